import type { RootContent } from 'mdast'
import type { ContentClass } from '#features/access/class-model.ts'
import type { OwnerRole } from '#features/access/role-model.ts'
import type { Day } from '#features/checklist/calendar-model.ts'
import type { RecordedLine } from '#features/checklist/ledger-model.ts'
import type { Readiness } from '#features/checklist/readiness-model.ts'
import type { TargetMoves } from '#features/checklist/target-move-model.ts'
import type { FridayState, WorkstreamState } from '#features/checklist/workstream-model.ts'
import type { DocumentView } from '#features/document/document-view-model.ts'
import type { Environment } from '#features/evidence/environment-model.ts'
import type { WorkstreamEvidence } from '#features/evidence/verdict-model.ts'
import type { AuthoredText, Authority } from '#features/localization/authority-model.ts'
import type { TextLocale } from '#features/localization/locale-model.ts'

/** What blocks a workstream, in the words that hold, and what they count for. */
export interface BlockerNote {
  readonly nodes: readonly RootContent[]
  readonly lang: TextLocale
  readonly authority: Authority
}

/** A workstream as a page shows it on a day. */
export interface WorkstreamView extends WorkstreamState {
  readonly title: AuthoredText
  readonly ownerRole: OwnerRole
  /** Days past the target date; 0 where it is done or has time. */
  readonly overdueDays: number
  /** How it stands to the Friday report of the week of that day; null before the first one is owed. */
  readonly friday: FridayState | null
  /** How its target date was moved, earlier or later; null where it stands as the baseline set it. */
  readonly moves: TargetMoves | null
  /** Its lines up to the end of that day, in the order of the fold. */
  readonly lines: readonly RecordedLine[]
  /** What stands next to its status, and never changes it. */
  readonly evidence: WorkstreamEvidence
  /** While it is blocked, and where anybody has said why. */
  readonly blockerNote: BlockerNote | null
  /** Class of what was said, while it is blocked, where the reader may not see it: then it is null above. */
  readonly withheldNote: ContentClass | null
}

export interface ChecklistView {
  readonly document: DocumentView
  readonly workstreams: readonly WorkstreamView[]
  readonly readiness: Readiness
  /** Where the runs that had finished by then took place, by their ids. */
  readonly environmentOfRun: ReadonlyMap<string, Environment>
  /** Every line up to the end of that day, in the order of the fold, baseline included. */
  readonly lines: readonly RecordedLine[]
  /** The first day the ledger, written or implied, says anything of. */
  readonly baselineDay: Day
  /** True while the document had no change log as that day ended, and its own table is the baseline. */
  readonly isBaselineImplied: boolean
}
