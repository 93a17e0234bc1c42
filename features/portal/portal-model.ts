import type { Scope } from '#features/access/scope-model.ts'
import type { Day } from '#features/checklist/calendar-model.ts'

/** The day a page speaks of. */
export interface AsOf {
  readonly day: Day
  /** False where the reader asked for a day gone by. */
  readonly isToday: boolean
}

/** What every page says of itself. */
export interface PortalState {
  readonly revision: string
  readonly ingestedAt: Date
  readonly scope: Scope
}
