import type { DocumentHead } from '#features/document/document-view-model.ts'
import { LOCALES } from '#features/localization/locale-model.ts'
import type { Translation } from '#features/localization/translation-model.ts'
import { LACKS, type Lack, type Neglected, type Upkeep } from '#features/upkeep/upkeep-model.ts'

/** What a document lacks; null where that is nothing. @param translations of the languages in which it has a text */
export function neglectOf(document: DocumentHead, translations: readonly Translation[]): Neglected | null {
  const drifted = translations.filter(({ state }) => state !== 'complete')
  const lacking: Readonly<Record<Lack, boolean>> = {
    missing: document.missingMetadata.length > 0,
    review: document.reviewOverdueDays > 0,
    approval: !document.standing.approved,
    drift: drifted.length > 0,
  }
  const lacks = LACKS.filter(lack => lacking[lack])
  const absent = LOCALES.filter(locale => !document.locales.includes(locale))
  return lacks.length > 0 ? { document, lacks, drifted, absent } : null
}

/** The documents that lack one thing. */
export const lacking = (neglected: readonly Neglected[], lack: Lack): Neglected[] =>
  neglected.filter(({ lacks }) => lacks.includes(lack))

/** Documents of one page. */
const LISTED = 50

export interface NeglectedPage {
  readonly neglected: readonly Neglected[]
  readonly hasMore: boolean
}

/** A page of the documents that lack something, from 1; null where there is none such but the first. */
export function neglectedPage(
  { neglected }: Pick<Upkeep, 'neglected'>,
  number: number,
): NeglectedPage | null {
  const from = (number - 1) * LISTED
  if (number > 1 && from >= neglected.length) return null
  return { neglected: neglected.slice(from, from + LISTED), hasMore: neglected.length > from + LISTED }
}
