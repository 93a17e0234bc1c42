import { asScope } from '#features/access/as-scope.ts'
import { parseDay } from '#features/checklist/calendar-model.ts'
import { dayInTbilisi } from '#features/checklist/calendar-rules.ts'
import { openDocuments } from '#features/document/opened-document-queries.ts'
import { LOCALES, type Locale } from '#features/localization/locale-model.ts'
import type { AsOf } from '#features/portal/portal-model.ts'
import { readTranslations } from '#features/upkeep/translations-queries.ts'
import type { Upkeep } from '#features/upkeep/upkeep-model.ts'
import { readUpkeep } from '#features/upkeep/upkeep-queries.ts'
import { neglectOf } from '#features/upkeep/upkeep-rules.ts'

// Run as a program of its own: a web process knows one database, for good. Its arguments are days gone by; today is the last.
const days: AsOf[] = [
  ...process.argv
    .slice(2)
    .flatMap(text => parseDay(text) ?? [])
    .map(day => ({ day, isToday: false })),
  { day: dayInTbilisi(new Date()), isToday: true },
]

/** What `readUpkeep` finds, each document opened and judged by itself. */
async function byRules(locale: Locale, asOf: AsOf): Promise<Upkeep> {
  const opened = (await openDocuments({}, locale, asOf)).filter(({ head }) => head.recordedSince <= asOf.day)
  const translations = await readTranslations(opened)
  const judged = opened.map(({ head }) => neglectOf(head, translations.get(head.path) ?? []))
  const neglected = judged.filter(each => each !== null)
  return {
    total: opened.length,
    lacking: neglected.map(({ document, lacks }) => ({ path: document.path, lacks })),
  }
}

for (const scope of ['admin', 'guest'] as const)
  await asScope(scope, async () => {
    for (const asOf of days)
      for (const locale of LOCALES)
        console.log(
          JSON.stringify({
            name: `${scope} ${asOf.day} ${locale}`,
            found: await readUpkeep(locale, asOf),
            ruled: await byRules(locale, asOf),
          }),
        )
  })
process.exit()
