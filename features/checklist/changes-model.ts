import type { Day } from '#features/checklist/calendar-model.ts'
import type { ChecklistView } from '#features/checklist/checklist-model.ts'
import type { Span } from '#features/checklist/span-rules.ts'
import type { Status } from '#features/checklist/status-model.ts'
import type { Step } from '#features/checklist/step-model.ts'

/** What a workstream's newest line says. */
export interface Held {
  readonly status: Status
  readonly targetDate: Day
}

/** What happened to one workstream between two days. */
export interface WorkstreamChanges {
  readonly number: number
  /** As the first day ended; null where it had no record by then. */
  readonly before: Held | null
  /** As the second day ended. */
  readonly after: Held
  /** Those listed, the newest first. */
  readonly steps: readonly Step[]
}

/** What happened to a checklist between two days. */
export interface Changes {
  /** Those of which more is to be told than that nothing changed, by number. */
  readonly workstreams: readonly WorkstreamChanges[]
  /** Reports that nothing changed, without a word besides. */
  readonly confirmations: { readonly count: number; readonly workstreams: readonly number[] }
  /** The part of the span whose steps are not listed because there are too many; null where all are. */
  readonly earlier: Span | null
  /** Steps left out of the oldest day listed, where that day alone has too many. */
  readonly unlisted: number
}

/** What happened to a checklist in a span, and the checklist as the span ended. */
export interface ChecklistChanges {
  readonly checklist: ChecklistView
  readonly changes: Changes
  /** Day of the newest line by the end of the span. */
  readonly newestDay: Day
}
