import type { RecordedLine } from '#features/checklist/ledger-model.ts'

/** What a line says that the line before it did not, in the order in which it is told. */
export const STEP_KINDS = [
  'baseline',
  'started',
  'blocked',
  'unblocked',
  'done',
  'reopened',
  'slipped',
  'brought-forward',
  'noted',
  'confirmed',
] as const
export type StepKind = (typeof STEP_KINDS)[number]

/** A line of the ledger as a step of its workstream's history. */
export interface Step {
  readonly line: RecordedLine
  /** The line whose status and date held before: the newest before it that is no confirm; null for the first. */
  readonly previous: RecordedLine | null
  /** The line whose status and date hold from it on: itself, or what held before where it is a confirm. */
  readonly after: RecordedLine
  /** At least one: a change may move the status and the date together. */
  readonly kinds: readonly StepKind[]
  /** First committed more than 24 hours after it was recorded (DESIGN 5, "Ledger line"). */
  readonly isEnteredLater: boolean
}
