import type { ContentClass } from '#features/access/class-model.ts'
import type { RecordedLine } from '#features/checklist/ledger-model.ts'
import type { CategoryPolicy } from '#features/document/category-model.ts'
import type { SectionClasses } from '#features/document/section-class-model.ts'
import type { TextFacts } from '#features/document/text-facts-model.ts'
import type { StandingEvidence } from '#features/evidence/ingested-run-model.ts'
import type { Term } from '#features/glossary/glossary-model.ts'
import type { CommittedRevision } from '#features/ingest/revision-model.ts'
import type { TextLocale } from '#features/localization/locale-model.ts'

/** A text as the database is to have it. */
export interface ProjectedText {
  readonly locale: TextLocale
  /** As its file is now. */
  readonly facts: TextFacts
  /** The oldest first. */
  readonly committed: readonly CommittedRevision[]
  /** Whether what the file holds now is the newest committed revision. */
  readonly isCommitted: boolean
}

export interface ProjectedDocument {
  readonly path: string
  readonly categoryCode: string
  /** Among the documents of its category. */
  readonly position: number
  readonly sourceLocale: TextLocale
  readonly legacySlug: string
  readonly class: ContentClass
  /** What its authoritative text says of the classes of sections. */
  readonly sectionClasses: SectionClasses
  /** Of the notes of its workstreams: never milder than its own. */
  readonly noteClass: ContentClass
  readonly texts: readonly ProjectedText[]
  readonly lines: readonly RecordedLine[]
}

/** Everything the database is to say of a content folder and its evidence. */
export interface Projection {
  readonly categories: readonly CategoryPolicy[]
  readonly terms: readonly Term[]
  readonly documents: readonly ProjectedDocument[]
  readonly evidence: readonly StandingEvidence[]
}
