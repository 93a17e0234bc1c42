import type { Judgement } from '#features/evidence/finding-model.ts'
import type { Cause, Reason } from '#features/evidence/reason-model.ts'

/** What an example expects to have decided. */
export interface Decided {
  /** By default the judged run. */
  readonly runId?: string
  readonly record: number | null
  readonly reason?: Reason
  readonly detail?: string
}

/** A run that shows what a check means. */
interface Example {
  /** Completes "it passes …", "it fails …", "it warns of …", "it does not judge …". */
  readonly title: string
  readonly judge: () => Judgement
}

interface Judged extends Example {
  readonly decidedBy: readonly [Decided, ...Decided[]]
}

interface Wrong extends Example {
  readonly decidedBy: readonly [Decided & { readonly reason: Reason }, ...Decided[]]
}

interface Unjudged extends Example {
  readonly cause: Cause
}

type Some<T> = readonly [T, ...T[]]

/** Every finding that a check can give, each shown at least once. */
export interface CheckExamples {
  readonly passed: Some<Judged>
  readonly failed: Some<Wrong>
  /** `never`: the check only passes or fails. */
  readonly warned: Some<Wrong> | 'never'
  readonly notRun: Some<Unjudged>
}
