import type { OwnerRole } from '#features/access/role-model.ts'
import type { Day } from '#features/checklist/calendar-model.ts'
import type { Status } from '#features/checklist/status-model.ts'
import type { Place } from '#features/diagnostic/diagnostic-model.ts'

/** A workstream as a row of the tracker table states it. */
export interface TrackerRow {
  readonly number: number
  readonly title: string
  readonly ownerRole: OwnerRole
  readonly targetDate: Day
  readonly status: Status
}

export type TrackerColumn = 'number' | 'title' | 'ownerRole' | 'targetDate' | 'status'

/** A row and where each of its cells stands. */
export interface PlacedTrackerRow extends TrackerRow {
  readonly places: Record<TrackerColumn, Place>
}
