import { dayInTbilisi } from '#features/checklist/calendar-rules.ts'
import type { ChecklistChanges } from '#features/checklist/changes-model.ts'
import { changesBetween } from '#features/checklist/changes-rules.ts'
import { readChecklist, readChecklistPaths } from '#features/checklist/checklist-queries.ts'
import type { Span } from '#features/checklist/span-rules.ts'
import type { Locale } from '#features/localization/locale-model.ts'
import type { AsOf } from '#features/portal/portal-model.ts'

/** The changes of every checklist the reader may see; `no-record-yet` where none had begun as the span ended. */
export async function readChanges(
  span: Span,
  locale: Locale,
  asOf: AsOf,
): Promise<ChecklistChanges[] | 'no-record-yet'> {
  const found = await Promise.all(
    (await readChecklistPaths()).map(path => readChecklistChanges(path, span, locale, asOf)),
  )
  const seen = found.filter(changes => changes !== null)
  const begun = seen.filter(changes => changes !== 'no-record-yet')
  return begun.length === 0 && seen.length > 0 ? 'no-record-yet' : begun
}

/** The changes of one checklist; null where there is none to see. */
export async function readChecklistChanges(
  path: string,
  span: Span,
  locale: Locale,
  asOf: AsOf,
): Promise<ChecklistChanges | 'no-record-yet' | null> {
  const checklist = await readChecklist(path, locale, asOfEnd(span, asOf))
  if (checklist === null || checklist === 'no-record-yet') return checklist
  const newest = checklist.lines.at(-1)
  return {
    checklist,
    changes: changesBetween(checklist.lines, span),
    newestDay: newest ? dayInTbilisi(new Date(newest.recordedAt)) : checklist.baselineDay,
  }
}

/** The portal as a span ended. */
export const asOfEnd = ({ to }: Span, { day, isToday }: AsOf): AsOf => ({
  day: to,
  isToday: isToday && to === day,
})
