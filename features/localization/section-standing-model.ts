import type { WordPiece } from '#features/document/word-diff-rules.ts'
import type { Authority } from '#features/localization/authority-model.ts'
import type { TextLocale } from '#features/localization/locale-model.ts'

/** How words that do not prevail stand to those that do (drift-model.ts), as a reader is told. */
export type SectionDrift =
  | { readonly kind: 'current' | 'unsaid' | 'unpaired' }
  | {
      readonly kind: 'behind'
      /** Revisions of the prevailing section since the one that these words were made from; at least 1. */
      readonly behind: number
      /** When the state of the prevailing section was recorded that they were made from, and its present one. */
      readonly baseAt: Date
      readonly currentAt: Date
      /** What became of the prevailing section between the two, in its own language. */
      readonly difference: readonly WordPiece[]
    }

/** What the words of a section are, and what they count for. */
export interface SectionStanding {
  readonly lang: TextLocale
  readonly authority: Authority
  /** Null of words that prevail. */
  readonly drift: SectionDrift | null
}
