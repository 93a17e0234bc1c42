import type { RunName } from '#features/portal/ingest-changes-model.ts'

/** Runs of which an ingest wrote something. */
export interface WrittenRuns {
  readonly came: readonly RunName[]
  readonly gone: readonly RunName[]
  /** Those that were shown before and are judged anew. */
  readonly judged: readonly RunName[]
}
