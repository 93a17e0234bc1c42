import type { ContentClass } from '#features/access/class-model.ts'
import type { Role } from '#features/access/role-model.ts'
import type { Day } from '#features/checklist/calendar-model.ts'
import type { LocalizedText } from '#features/checklist/ledger-model.ts'

/** One time that a target date was moved. */
export interface TargetMove {
  /** The line that did it. */
  readonly hash: string
  /** ISO 8601 instant. */
  readonly recordedAt: string
  readonly by: Role
  readonly from: Day
  readonly to: Day
  readonly reason: LocalizedText | null
  /** Class of the reason, where there is one that the reader may not see. */
  readonly withheld: ContentClass | null
}

/** How often a workstream's target date was moved, and what the baseline had set. */
export interface TargetMoves {
  readonly original: Day
  /** To a later day. */
  readonly slips: number
  readonly broughtForward: number
  /** The oldest first. */
  readonly moves: readonly TargetMove[]
}
