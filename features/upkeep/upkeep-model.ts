import type { DocumentHead } from '#features/document/document-view-model.ts'
import type { TextLocale } from '#features/localization/locale-model.ts'
import type { Translation } from '#features/localization/translation-model.ts'

/** What a document may lack, in the order in which pages name it. */
export const LACKS = ['missing', 'review', 'approval', 'drift'] as const
export type Lack = (typeof LACKS)[number]

/** A document that lacks something. */
export interface Neglected {
  readonly document: DocumentHead
  /** At least one, in their order. */
  readonly lacks: readonly Lack[]
  /** Its translations that are not complete, those of languages without a text left out. */
  readonly drifted: readonly Translation[]
  /** The portal's languages in which it has no text: no drift, yet worth knowing. */
  readonly absent: readonly TextLocale[]
}

/** How the documents of the portal are kept. */
export interface Upkeep {
  /** How many documents there are. */
  readonly total: number
  /** Those that lack something, in the order of the portal. */
  readonly neglected: readonly Neglected[]
}
