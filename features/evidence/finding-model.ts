import type { Cause, Reason } from '#features/evidence/reason-model.ts'

/** What a check says of a run. `not-run`: nothing there to judge. */
export const FINDINGS = ['passed', 'failed', 'warned', 'not-run'] as const

export type Finding = (typeof FINDINGS)[number]

/** What decided a finding. */
export interface Witness {
  readonly runId: string
  /** Number of the record in that run; null where what was judged is no record: a claim, a gap. */
  readonly record: number | null
  /** Null for what is as it should be. */
  readonly reason: Reason | null
  /** The field, id or number that was expected or found, in the run's own words; null where the record says all. */
  readonly detail: string | null
  /** There is a detail, which the reader may not have. */
  readonly isWithheld?: true
}

/** A check's finding with what it rests on. */
export interface Judgement {
  readonly finding: Finding
  /** Why nothing was judged; null where something was. */
  readonly cause: Cause | null
  /** How many records, events or claims the check looked at. */
  readonly judged: number
  readonly failed: number
  readonly warned: number
  /** The first that failed, else that warned, else that passed. */
  readonly witnesses: readonly Witness[]
}
