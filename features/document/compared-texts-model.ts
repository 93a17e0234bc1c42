import type { DocumentView, ShownSection } from '#features/document/document-view-model.ts'
import type { FactDifference } from '#features/document/fact-difference-model.ts'
import type { AuthoredText } from '#features/localization/authority-model.ts'
import type { TextLocale } from '#features/localization/locale-model.ts'
import type { SectionStanding } from '#features/localization/section-standing-model.ts'

/** A text as one side of a comparison. */
export interface ComparedText {
  readonly lang: TextLocale
  /** Null where the document has no text in that language. */
  readonly title: AuthoredText | null
  /** What the title counts for. */
  readonly top: SectionStanding | null
}

/** A section on both sides. */
export interface ComparedSection {
  readonly key: string
  /** In the order of the sides; null where a side lacks it. */
  readonly sides: readonly [ShownSection | null, ShownSection | null]
  readonly differences: readonly FactDifference[]
}

/** A document in two languages, section against section. */
export interface ComparedTexts {
  readonly texts: readonly [ComparedText, ComparedText]
  readonly sections: readonly ComparedSection[]
  /** Languages of the document's texts, to choose from. */
  readonly locales: readonly TextLocale[]
}

/** What a page shows of two texts: of a document, or of one workstream of it. */
export interface TextComparison {
  readonly document: DocumentView
  /** Null: the document as a whole. */
  readonly number: number | null
  /** What is compared, as its first text calls it: the document, or the workstream. */
  readonly name: AuthoredText
  readonly compared: ComparedTexts
}
