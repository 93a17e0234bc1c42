import type { OwnerRole } from '#features/access/role-model.ts'
import type { Day } from '#features/checklist/calendar-model.ts'
import type { LocalizedText } from '#features/checklist/ledger-model.ts'
import type { StatusCounts } from '#features/checklist/readiness-model.ts'
import type { Step } from '#features/checklist/step-model.ts'
import type { TargetMoves } from '#features/checklist/target-move-model.ts'
import type { WorkstreamState } from '#features/checklist/workstream-model.ts'

/** What an owner has of something: the numbers of the workstreams. */
export interface OwnedNumbers {
  readonly ownerRole: OwnerRole
  readonly numbers: readonly number[]
}

/** A week of a checklist in short. */
export interface Digest {
  readonly asOf: Day
  /** The Friday of the week in which that day lies. */
  readonly friday: Day
  readonly lastFriday: Day
  readonly counts: StatusCounts
  /** Whether the record itself keeps the checklist from being ready; if not, evidence decides, which is not looked at. */
  readonly isHeldBack: boolean
  /** What is told since the last Friday ended, by workstream, in the order of the table; no bare confirmations. */
  readonly changed: readonly { readonly number: number; readonly steps: readonly Step[] }[]
  readonly blocked: readonly {
    readonly number: number
    readonly ownerRole: OwnerRole
    readonly raisedOn: Day
    /** Null where the ledger has no words for it. */
    readonly note: LocalizedText | null
  }[]
  /** Reports for this week's Friday that have not come. */
  readonly due: readonly OwnedNumbers[]
  /** Reports for the last Friday that came after it. */
  readonly late: readonly OwnedNumbers[]
  /** Reports for the last Friday that never came. */
  readonly missed: readonly OwnedNumbers[]
  /** The earliest target dates of what is not done. */
  readonly next: readonly (WorkstreamState & {
    readonly ownerRole: OwnerRole
    /** 0 where there is time. */
    readonly overdueDays: number
    /** Null where the target date stands as the baseline set it. */
    readonly moves: TargetMoves | null
  })[]
}
