import type { EvidenceRecord } from '#features/evidence/record-model.ts'

/** A record with the line that it was read from. */
export interface PlacedRecord {
  readonly record: EvidenceRecord
  /** As its producer wrote it, without its line end. */
  readonly line: string
  /** Name of the file. */
  readonly file: string
  /** In that file, from 1. */
  readonly lineNumber: number
}
