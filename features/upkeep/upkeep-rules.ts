import type { DocumentHead } from '#features/document/document-view-model.ts'
import { LOCALES } from '#features/localization/locale-model.ts'
import type { Translation } from '#features/localization/translation-model.ts'
import { LACKS, type Lack, type Lacking, type Neglected } from '#features/upkeep/upkeep-model.ts'

/**
 * What a document lacks; null where that is nothing. `readUpkeep` finds the same of every document at once.
 * @param translations of the languages in which it has a text
 */
export function neglectOf(document: DocumentHead, translations: readonly Translation[]): Neglected | null {
  const drifted = translations.filter(({ state }) => state !== 'complete')
  const lacks = lacksOf({
    missing: document.missingMetadata.length > 0,
    review: document.reviewOverdueDays > 0,
    approval: !document.standing.approved,
    drift: drifted.length > 0,
  })
  const absent = LOCALES.filter(locale => !document.locales.includes(locale))
  return lacks.length > 0 ? { document, lacks, drifted, absent } : null
}

/** What is lacking, in its order. */
export const lacksOf = (lacking: Readonly<Record<Lack, boolean>>): Lack[] =>
  LACKS.filter(lack => lacking[lack])

/** Paths of the documents that lack one thing. */
export const pathsLacking = (lacking: readonly Lacking[], lack: Lack): string[] =>
  lacking.filter(({ lacks }) => lacks.includes(lack)).map(({ path }) => path)

/** Documents of one page. */
const LISTED = 25

/** Those of a page, from 1, and whether there are more; null where there is none such but the first. */
export function lackingPage(
  lacking: readonly Lacking[],
  number: number,
): { readonly listed: readonly Lacking[]; readonly hasMore: boolean } | null {
  const from = (number - 1) * LISTED
  if (number > 1 && from >= lacking.length) return null
  return { listed: lacking.slice(from, from + LISTED), hasMore: lacking.length > from + LISTED }
}
