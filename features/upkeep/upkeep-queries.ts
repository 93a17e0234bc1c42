import { openDocuments } from '#features/document/opened-document-queries.ts'
import type { Locale } from '#features/localization/locale-model.ts'
import type { AsOf } from '#features/portal/portal-model.ts'
import { readTranslations } from '#features/upkeep/translations-queries.ts'
import type { Upkeep } from '#features/upkeep/upkeep-model.ts'
import { neglectOf } from '#features/upkeep/upkeep-rules.ts'

/** How the documents that the reader may see were kept as a day ended. */
export async function readUpkeep(locale: Locale, asOf: AsOf): Promise<Upkeep> {
  const opened = await openDocuments({}, locale, asOf)
  // What opens as "no record yet" is no part of that day's portal.
  const known = opened.filter(({ head }) => head.recordedSince <= asOf.day)
  const translations = await readTranslations(known)
  return {
    total: known.length,
    neglected: known.flatMap(({ head }) => neglectOf(head, translations.get(head.path) ?? []) ?? []),
  }
}
