import type { TextLocale } from '#features/localization/locale-model.ts'

/**
 * What a text counts for: it prevails; or a Georgian one does and it is the original or a translation of it.
 */
export const AUTHORITIES = ['authoritative', 'translation', 'source'] as const
export type Authority = (typeof AUTHORITIES)[number]

/** Words from the content, and what they count for. */
export interface AuthoredText {
  readonly text: string
  readonly lang: TextLocale
  readonly authority: Authority
  /**
   * Revisions by which it is behind the words that prevail; null where that is not known. Not there: none, it was made
   * from them as they stand, or prevails itself.
   */
  readonly behind?: number | null
}
