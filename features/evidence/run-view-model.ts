import type { CheckCode } from '#features/evidence/check-code-model.ts'
import type { RunCounts } from '#features/evidence/claim-rules.ts'
import type { Environment } from '#features/evidence/environment-model.ts'
import type { Judgement } from '#features/evidence/finding-model.ts'
import type { Run } from '#features/evidence/run-model.ts'

/** A run as pages know it. */
export interface RunView {
  readonly run: Run
  readonly environment: Environment
  /** sha-256 of run.json, hexadecimal. */
  readonly hash: string
  readonly startedAt: Date
  readonly finishedAt: Date
  readonly ingestedAt: Date
  readonly records: number
  readonly counts: RunCounts
  /**
   * By check. `environment-parity` is there for the newest run of its kind in its environment alone. In a list of runs
   * the others are without witnesses; see witness-queries.ts.
   */
  readonly judgements: ReadonlyMap<CheckCode, Judgement>
  /** When the oldest of the runs finished that `environment-parity` compared; absent where it did not look at this one. */
  readonly comparedAt?: Date
}
