import type { TrackerRow } from '#features/checklist/tracker-model.ts'
import type { Metadata } from '#features/document/document-model.ts'
import type { SectionClasses } from '#features/document/section-class-model.ts'
import type { TextPart } from '#features/document/text-part-model.ts'
import type { TextSection } from '#features/document/text-section-model.ts'
import type { EvidenceMapping } from '#features/evidence/mapping-model.ts'
import type { Base } from '#features/localization/base-model.ts'

/** What the portal keeps of one state of a text. */
export interface TextFacts {
  /** sha-256 of the text, in hexadecimal. */
  readonly hash: string
  readonly markdown: string
  readonly title: string
  readonly metadata: Metadata
  readonly tracker: readonly TrackerRow[]
  readonly mapping: EvidenceMapping
  readonly sections: readonly TextSection[]
  /** Its lines but for front matter, cut by who may read them; none of a text that cannot be read. */
  readonly parts: readonly TextPart[]
  /** What it says of the classes of sections. */
  readonly sectionClasses: SectionClasses
  /** Of a translation: from which state of the authoritative text it says that its sections were made. */
  readonly base: Base
}
