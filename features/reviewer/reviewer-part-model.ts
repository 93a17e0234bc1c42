import type { ChecklistView } from '#features/checklist/checklist-model.ts'
import type { Span } from '#features/checklist/span-rules.ts'
import type { ComparedPair } from '#features/reviewer/compared-pair-rules.ts'
import type { ContradictedRun, ContradictedWorkstream } from '#features/reviewer/contradiction-model.ts'
import type { Gate } from '#features/reviewer/gate-model.ts'
import type { StaleRun } from '#features/reviewer/stale-evidence-rules.ts'

/** What changed since the last Friday that ended, in numbers. */
export interface ChangesSince {
  readonly span: Span
  /** Workstreams of which more is told than that nothing changed. */
  readonly workstreams: readonly number[]
  /** Reports that nothing changed. */
  readonly confirmations: number
  /** Documents with a text recorded anew. */
  readonly documents: number
  /** Runs that finished. */
  readonly runs: number
}

/** What a reviewer comes for: whether the migration may go to production, and what to look at before it does. */
export interface ReviewerPart {
  readonly checklist: ChecklistView
  readonly gates: readonly Gate[]
  readonly workstreams: readonly ContradictedWorkstream[]
  readonly runs: readonly ContradictedRun[]
  readonly stale: readonly StaleRun[]
  readonly changes: ChangesSince
  readonly pair: ComparedPair | null
}
