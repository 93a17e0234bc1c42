import type { WorkstreamView } from '#features/checklist/checklist-model.ts'
import type { EvidenceGap } from '#features/checklist/readiness-model.ts'
import type { Environment } from '#features/evidence/environment-model.ts'

/** A workstream whose evidence lacks something in an environment. */
export interface GapObstacle {
  readonly workstream: WorkstreamView
  readonly gap: EvidenceGap
}

/**
 * What a checklist must pass to be ready, each with what stands in it (DESIGN 6, "Verdicts"): all work is done, the
 * review is not overdue, and evidence bears the work out in each environment that is required. `mapping`: the document
 * asks for no evidence at all, and nothing can be borne out.
 */
export type Gate =
  | { readonly code: 'work'; readonly obstacles: readonly WorkstreamView[] }
  | { readonly code: 'review'; readonly overdueDays: number }
  | {
      readonly code: 'evidence'
      readonly environment: Environment
      readonly obstacles: readonly GapObstacle[]
    }
  | { readonly code: 'mapping' }
