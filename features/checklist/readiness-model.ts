/** What keeps a checklist from being ready. */
export interface ReadinessReason {
  readonly code: 'not-done' | 'review-overdue' | 'evidence-not-judged'
  /** Null where the reason concerns the checklist as a whole. */
  readonly workstream: number | null
  /** Null where the reason concerns no environment or every one. */
  readonly environment: string | null
}

export interface Readiness {
  readonly total: number
  readonly done: number
  readonly inProgress: number
  readonly blocked: number
  readonly todo: number
  readonly ready: boolean
  readonly reasons: readonly ReadinessReason[]
}
