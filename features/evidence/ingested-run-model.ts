import type { Environment } from '#features/evidence/environment-model.ts'
import type { JudgedRun } from '#features/evidence/judged-run-model.ts'
import type { Run } from '#features/evidence/run-model.ts'

/** A run that is in the database. */
export interface IngestedRun {
  /** Its key there. */
  readonly row: number
  readonly run: Run
  readonly environment: Environment
  readonly hash: string
  /** Whether the portal shows it: its bundle lay in the folder at the last ingest. */
  readonly isShown: boolean
  /** By which version of the checks it was judged, and with which replayed runs known, by hash; null: not yet. */
  readonly judged: { readonly checksVersion: number; readonly replayed: readonly string[] } | null
}

/** A run of the evidence folder, and, where it had to be judged, what was found. */
export interface StandingEvidence extends IngestedRun {
  readonly found: JudgedRun | null
  /** Hashes of the replayed runs that were known. */
  readonly replayed: readonly string[]
}
