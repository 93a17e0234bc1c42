import type { Root } from 'mdast'
import type { ContentClass } from '#features/access/class-model.ts'
import type { Day } from '#features/checklist/calendar-model.ts'
import type { PlacedTrackerRow } from '#features/checklist/tracker-model.ts'
import type { Place } from '#features/diagnostic/diagnostic-model.ts'
import type { PlacedSectionClasses } from '#features/document/section-class-model.ts'
import type { SectionNames } from '#features/document/section-key-rules.ts'
import type { EvidenceMapping } from '#features/evidence/mapping-model.ts'
import type { PlacedBase } from '#features/localization/base-model.ts'
import type { TextLocale } from '#features/localization/locale-model.ts'

/** Metadata every governed document must have, by the names authors use for them. */
export const REQUIRED_METADATA = [
  'Document ID',
  'Version',
  'Status',
  'Owner Role',
  'Last Review Date',
  'Next Review Date',
  'Change Log',
] as const
export type RequiredMetadata = (typeof REQUIRED_METADATA)[number]

/** What a text says of its document. What it lacks is null. */
export interface Metadata {
  readonly documentId: string | null
  readonly version: string | null
  readonly status: string | null
  readonly ownerRole: string | null
  readonly lastReviewDate: Day | null
  readonly nextReviewDate: Day | null
  readonly changeLog: string | null
  /** The approval authority that approved this text, and when; null until it has. */
  readonly approvedBy: string | null
  readonly approvedOn: Day | null
  /** Language the document was first written in; only of meaning in a lone `<slug>.md`. */
  readonly sourceLocale: TextLocale | null
  /** Null: the category's. */
  readonly class: ContentClass | null
  /** Of the notes of its workstreams; null: that of the document. */
  readonly noteClass: ContentClass | null
}

/** What a checklist asks of evidence, and where its parts stand. */
export interface PlacedMapping {
  readonly mapping: EvidenceMapping
  readonly placeOf: (path: readonly PropertyKey[]) => Place
}

/** A text read whole: one language of one document. */
export interface DocumentText {
  readonly title: string
  readonly metadata: Metadata
  /** Where the value of each field stands. */
  readonly metadataPlaces: ReadonlyMap<keyof Metadata, Place>
  /** The body without front matter, metadata lines and title. */
  readonly body: Root
  /** The tracker table, if the text has one. */
  readonly tracker: readonly PlacedTrackerRow[] | null
  /** Null where the text is no checklist, or says nothing of evidence. */
  readonly mapping: PlacedMapping | null
  /** Keys that the text gives to headings without a number. */
  readonly sectionNames: SectionNames
  /** Classes that it gives to sections; null where it does not say. */
  readonly sectionClasses: PlacedSectionClasses | null
  /** How many lines its front matter takes. */
  readonly frontLines: number
  /** From which state of the authoritative text it was made; null where it does not say. */
  readonly base: PlacedBase | null
}
