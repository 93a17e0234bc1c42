import type { WorkstreamView } from '#features/checklist/checklist-model.ts'
import type { CheckCode } from '#features/evidence/check-code-model.ts'
import type { Environment } from '#features/evidence/environment-model.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'

/** A check that failed, and the run that it failed in. */
interface FailedCheck {
  readonly check: CheckCode
  readonly run: RunView
}

/** A workstream that evidence contradicts in an environment, whatever its owner recorded. */
export interface ContradictedWorkstream {
  readonly workstream: WorkstreamView
  readonly environment: Environment
  /** Whether the checklist requires evidence from there. */
  readonly isRequired: boolean
  readonly failed: readonly FailedCheck[]
}

/** A run that says all is well where a check failed, or claims what its records do not say. */
export interface ContradictedRun {
  readonly run: RunView
  readonly failed: readonly CheckCode[]
}
