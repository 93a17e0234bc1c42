import type { CheckCode } from '#features/evidence/check-code-model.ts'
import type { Environment } from '#features/evidence/environment-model.ts'
import type { Finding } from '#features/evidence/finding-model.ts'
import type { RunKind } from '#features/evidence/run-model.ts'

/** Which runs are asked for; null: whatever it is. */
export interface RunFilter {
  readonly environment: Environment | null
  readonly kind: RunKind | null
  /** Of the check, where one is asked for; else of any check. */
  readonly finding: Finding | null
  /** Alone: runs in which it judged something. */
  readonly check: CheckCode | null
}

export const RUN_FILTERS = ['environment', 'kind', 'check', 'finding'] as const satisfies (keyof RunFilter)[]
