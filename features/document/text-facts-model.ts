import type { TrackerRow } from '#features/checklist/tracker-model.ts'
import type { Metadata } from '#features/document/document-model.ts'
import type { EvidenceMapping } from '#features/evidence/mapping-model.ts'

/** What the portal keeps of one state of a text. */
export interface TextFacts {
  /** sha-256 of the text, in hexadecimal. */
  readonly hash: string
  readonly markdown: string
  readonly title: string
  readonly metadata: Metadata
  readonly tracker: readonly TrackerRow[]
  readonly mapping: EvidenceMapping
}
