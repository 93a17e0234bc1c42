import type { EvidenceRecord } from '#features/evidence/record-model.ts'
import type { RecordSight } from '#features/evidence/record-sight-rules.ts'

/** A record with the line that it was read from. */
export interface PlacedRecord {
  /** How much of the line there is: what it carries is not in an envelope. */
  readonly sight: Exclude<RecordSight, 'none'>
  readonly record: EvidenceRecord
  /** As its producer wrote it, without its line end; of an envelope what there is of it. */
  readonly line: string
  /** Name of the file. */
  readonly file: string
  /** In that file, from 1. */
  readonly lineNumber: number
}
