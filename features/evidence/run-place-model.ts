import type { Lane } from '#features/evidence/lane-rules.ts'

/** Where the records of a run lie in the database. */
export interface RunPlace {
  readonly runId: string
  /** Its key there. */
  readonly row: number
  /** How many records it has. */
  readonly records: number
  /** By topic, boundary, partition. */
  readonly lanes: readonly Lane[]
}
