import type { ContentClass } from '#features/access/class-model.ts'
import type { PlacedLedgerLine } from '#features/checklist/ledger-model.ts'
import type { OwnerOf } from '#features/checklist/line-owner-model.ts'
import type { PlacedTrackerRow } from '#features/checklist/tracker-model.ts'
import type { Place } from '#features/diagnostic/diagnostic-model.ts'
import type { ContentDocument, ContentFile } from '#features/document/content-model.ts'
import type { PlacedMapping } from '#features/document/document-model.ts'
import type { PlacedSectionClasses } from '#features/document/section-class-model.ts'
import type { SectionNames } from '#features/document/section-key-rules.ts'
import type { Section } from '#features/document/section-model.ts'
import type { TextFacts } from '#features/document/text-facts-model.ts'
import type { PlacedBase } from '#features/localization/base-model.ts'
import type { TextLocale } from '#features/localization/locale-model.ts'

/** A text of a document as its file has it now. */
export interface ReadSource {
  readonly locale: TextLocale
  readonly source: ContentFile
  readonly facts: TextFacts
  readonly rows: readonly PlacedTrackerRow[] | null
  readonly sections: readonly Section[]
  /** Keys that the text gives to headings without a number. */
  readonly names: SectionNames
  readonly sectionClasses: PlacedSectionClasses | null
  /** Where it says the class of its notes; null where it does not. */
  readonly noteClassPlace: Place | null
  readonly mapping: PlacedMapping | null
  readonly base: PlacedBase | null
}

/** A document whose files have been read. */
export interface ReadDocument {
  readonly found: ContentDocument
  readonly sourceLocale: TextLocale
  /** Its own class; null: the category's. */
  readonly class: ContentClass | null
  readonly sources: readonly ReadSource[]
  /** The one whose facts count. */
  readonly authoritative: ReadSource
  readonly lines: readonly PlacedLedgerLine[]
  /** Whose it was to record each of them, by which they were judged. */
  readonly ownerOf: OwnerOf
}
