import type { DocumentHead } from '#features/document/document-view-model.ts'
import type { TextLocale } from '#features/localization/locale-model.ts'
import type { Translation } from '#features/localization/translation-model.ts'

/** What a document may lack, in the order in which pages name it. */
export const LACKS = ['missing', 'review', 'approval', 'drift'] as const
export type Lack = (typeof LACKS)[number]

/** A document that lacks something, with what of it. */
export interface Neglected {
  readonly document: DocumentHead
  /** At least one, in their order. */
  readonly lacks: readonly Lack[]
  /** Its translations that are not complete, those of languages without a text left out. */
  readonly drifted: readonly Translation[]
  /** The portal's languages in which it has no text: no drift, yet worth knowing. */
  readonly absent: readonly TextLocale[]
}

/** A document that lacks something, by its path. */
export type Lacking = Pick<Neglected, 'lacks'> & { readonly path: string }

/** How the documents of the portal are kept. */
export interface Upkeep {
  /** How many documents there are. */
  readonly total: number
  /** Those that lack something, in the order of the portal. */
  readonly lacking: readonly Lacking[]
}

/** How many documents lack one thing, and the first of them. */
export interface LackCount {
  readonly lack: Lack
  readonly count: number
  readonly first: readonly Neglected[]
}

/** A page of the documents that lack something. */
export interface UpkeepPage {
  /** How many documents there are. */
  readonly total: number
  /** How many of them lack something. */
  readonly count: number
  readonly neglected: readonly Neglected[]
  readonly hasMore: boolean
}
