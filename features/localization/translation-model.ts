import type { Drift, DriftKind } from '#features/localization/drift-model.ts'
import type { TextLocale } from '#features/localization/locale-model.ts'

/** How a section of the authoritative text is translated; of a translation too, where that alone has it. */
export interface SectionTranslation {
  readonly key: string
  /** In the translation, else in the authoritative text. */
  readonly heading: string
  /** Null where the translation lacks it. */
  readonly drift: Drift | null
}

/**
 * The worst that can be said of a translation: sections lack, are behind, are not in the authoritative text (any more), or
 * do not say what they were made from.
 */
export const TRANSLATION_STATES = ['missing', 'behind', 'unpaired', 'unsaid', 'complete'] as const
export type TranslationState = (typeof TRANSLATION_STATES)[number]

/** How a document is translated into a language. */
export interface Translation {
  readonly path: string
  readonly locale: TextLocale
  readonly state: TranslationState
  readonly counts: Readonly<Record<DriftKind | 'missing', number>>
  readonly sections: readonly SectionTranslation[]
}
