import type { ContentClass } from '#features/access/class-model.ts'
import type { Role } from '#features/access/role-model.ts'
import type { Day } from '#features/checklist/calendar-model.ts'
import type { LocalizedText } from '#features/checklist/ledger-model.ts'
import type { Status } from '#features/checklist/status-model.ts'

/** A target date that was moved later. Moving it earlier is no slip. */
export interface Slip {
  /** ISO 8601 instant. */
  readonly recordedAt: string
  readonly by: Role
  readonly from: Day
  readonly to: Day
  readonly reason: LocalizedText | null
  /** Class of the reason, where there is one that the reader may not see. */
  readonly withheld?: ContentClass
}

/** One spell of being blocked. */
export interface Blockage {
  /** Null where the ledger has no words for it: then the document's section does. */
  readonly note: LocalizedText | null
  /** Class of the note, where there is one that the reader may not see: it is not absent. */
  readonly withheldNote?: ContentClass
  readonly raisedOn: Day
  readonly clearedOn: Day | null
  readonly resolution: LocalizedText | null
}

/** What the ledger, folded up to a day's end in Tbilisi, says of a workstream. */
export interface WorkstreamState {
  readonly number: number
  readonly status: Status
  readonly targetDate: Day
  readonly originalTargetDate: Day
  readonly slips: readonly Slip[]
  readonly blockages: readonly Blockage[]
  /** Day in Tbilisi of the newest line. */
  readonly lastReportedOn: Day
}

/** How a workstream stands to its Friday duty in one week. */
export const FRIDAY_STATES = ['due', 'updated', 'confirmed', 'late', 'missed', 'exempt'] as const
export type FridayState = (typeof FRIDAY_STATES)[number]
