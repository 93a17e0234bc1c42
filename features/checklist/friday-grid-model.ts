import type { OwnerRole } from '#features/access/role-model.ts'
import type { Day } from '#features/checklist/calendar-model.ts'
import type { RecordedLine } from '#features/checklist/ledger-model.ts'
import type { FridayState } from '#features/checklist/workstream-model.ts'

/** What the Friday rules need of a workstream. */
export interface Reporter {
  readonly ownerRole: OwnerRole
  /** Baseline included, in the order of the fold. */
  readonly lines: readonly RecordedLine[]
}

/** How one workstream stood to each of some Fridays. */
export interface FridayRow<Workstream extends Reporter> {
  readonly workstream: Workstream
  /** One a Friday; null where nothing was owed. */
  readonly states: readonly (FridayState | null)[]
}

/** Workstreams by weeks. */
export interface FridayGrid<Workstream extends Reporter> {
  /** The oldest first. */
  readonly fridays: readonly Day[]
  readonly rows: readonly FridayRow<Workstream>[]
}

/** Reports that an owner role did not make in time, within a grid. */
export interface Shortfall {
  readonly ownerRole: OwnerRole
  readonly missed: number
  readonly late: number
}

/** The weeks of a page, and those before and after. */
export interface WeekWindow {
  /** The oldest first. */
  readonly fridays: readonly Day[]
  /** Last Friday of the window before this one; null where there is none. */
  readonly older: Day | null
  readonly newer: Day | null
}
