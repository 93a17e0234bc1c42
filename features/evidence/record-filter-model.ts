import type { Boundary } from '#features/evidence/record-model.ts'

/** Which records of a run are asked for; null: whatever it is. */
export interface RecordFilter {
  readonly boundary: Boundary | null
  readonly topic: string | null
  readonly partition: number | null
  /** What the record is judged with: the intent of its value, else its key. */
  readonly intent: string | null
  readonly event: string | null
}

export const EVERY_RECORD: RecordFilter = {
  boundary: null,
  topic: null,
  partition: null,
  intent: null,
  event: null,
}
