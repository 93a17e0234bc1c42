import type { DocumentHead, TextStanding } from '#features/document/document-view-model.ts'
import type { TextLocale } from '#features/localization/locale-model.ts'

/** A text that was recorded anew. */
export interface TextChange extends Pick<TextStanding, 'recordedAt' | 'origin' | 'commit'> {
  readonly lang: TextLocale
  /** The document had no text in that language before. */
  readonly isFirst: boolean
}

/** The texts of a document that were recorded in a span, the newest first. */
interface DocumentTextChanges {
  readonly document: DocumentHead
  readonly changes: readonly TextChange[]
}

export interface TextChanges {
  readonly documents: readonly DocumentTextChanges[]
  /** How many older ones are not listed. */
  readonly unlisted: number
}
