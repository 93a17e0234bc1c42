import type { RootContent } from 'mdast'
import type { OwnerRole } from '#features/access/role-model.ts'
import type { Day } from '#features/checklist/calendar-model.ts'
import type { Readiness } from '#features/checklist/readiness-model.ts'
import type { FridayState, WorkstreamState } from '#features/checklist/workstream-model.ts'
import type { DocumentView } from '#features/document/document-view-model.ts'
import type { AuthoredText } from '#features/localization/authority-model.ts'

/** A workstream as a page shows it on a day. */
export interface WorkstreamView extends WorkstreamState {
  readonly title: AuthoredText
  readonly ownerRole: OwnerRole
  /** Days past the target date; 0 where it is done or has time. */
  readonly overdueDays: number
  /** How it stands to the Friday report of the week of that day; null before the first one is owed. */
  readonly friday: FridayState | null
  /** Words of its section's blocker note, while it is blocked. */
  readonly blockerNote: readonly RootContent[] | null
}

export interface ChecklistView {
  readonly document: DocumentView
  readonly workstreams: readonly WorkstreamView[]
  readonly readiness: Readiness
  /** The first day the ledger, written or implied, says anything of. */
  readonly baselineDay: Day
  /** True while the document has no change log, and its own table is the baseline. */
  readonly isBaselineImplied: boolean
}
