import type { Environment } from '#features/evidence/environment-model.ts'
import type { Verdict } from '#features/evidence/verdict-model.ts'

/** What evidence can lack. */
export type EvidenceGap = Exclude<Verdict, 'corroborated' | 'none-required'>

export const EVIDENCE_GAPS = ['contradicted', 'not-run', 'stale'] as const satisfies readonly EvidenceGap[]

/** What can keep a checklist from being ready. `evidence-not-mapped`: the document asks for no check at all. */
export const REASON_CODES = [
  'not-done',
  'review-overdue',
  'evidence-contradicted',
  'evidence-not-run',
  'evidence-stale',
  'evidence-not-mapped',
] as const

export interface ReadinessReason {
  readonly code: (typeof REASON_CODES)[number]
  /** Null where the reason concerns the checklist as a whole. */
  readonly workstream: number | null
  /** Null where the reason concerns no environment. */
  readonly environment: Environment | null
}

/** How many workstreams have which status. */
export interface StatusCounts {
  readonly total: number
  readonly done: number
  readonly inProgress: number
  readonly blocked: number
  readonly todo: number
}

export interface Readiness extends StatusCounts {
  readonly ready: boolean
  readonly reasons: readonly ReadinessReason[]
}
