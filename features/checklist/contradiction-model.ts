import type { EvidenceGap } from '#features/checklist/readiness-model.ts'
import type { Environment } from '#features/evidence/environment-model.ts'
import type { HeldFinding } from '#features/evidence/verdict-model.ts'

/** What does not agree with what an owner recorded of a workstream. */
export type Contradiction =
  /** Checks failed, whatever the status. */
  | {
      readonly code: 'evidence-contradicted'
      readonly environment: Environment
      readonly failed: readonly HeldFinding[]
    }
  /** DONE, and where evidence is required there is none that counts. */
  | {
      readonly code: 'unbacked'
      readonly environment: Environment
      readonly gap: Exclude<EvidenceGap, 'contradicted'>
    }
  /** DONE, and acceptance items of its section are not ticked. */
  | { readonly code: 'items-unmet'; readonly unmet: number; readonly items: number }
  /** What blocks it is said in other languages than the one that prevails (rule `georgian-missing`). */
  | { readonly code: 'georgian-missing' }
