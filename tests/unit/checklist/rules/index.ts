import type { LedgerRuleCode } from '#features/checklist/rules/index.ts'
import { baselineMisplaced } from './baseline-misplaced.ts'
import { blockedNeedsNote } from './blocked-needs-note.ts'
import { changeChangesNothing } from './change-changes-nothing.ts'
import { confirmChangesNothing } from './confirm-changes-nothing.ts'
import type { RuleExamples } from './example.ts'
import { fridayBeforeBaseline } from './friday-before-baseline.ts'
import { georgianMissing } from './georgian-missing.ts'
import { pastFridayConfirmOnly } from './past-friday-confirm-only.ts'
import { recordedInFuture } from './recorded-in-future.ts'
import { recorderNotOwner } from './recorder-not-owner.ts'
import { reopenedNeedsReason } from './reopened-needs-reason.ts'
import { slipNeedsReason } from './slip-needs-reason.ts'
import { statusTransition } from './status-transition.ts'
import { unblockedNeedsResolution } from './unblocked-needs-resolution.ts'
import { workstreamUnknown } from './workstream-unknown.ts'

/** The examples of every rule of the ledger: one without any does not compile. */
export const EXAMPLES: Record<LedgerRuleCode, RuleExamples> = {
  'baseline-misplaced': baselineMisplaced,
  'blocked-needs-note': blockedNeedsNote,
  'change-changes-nothing': changeChangesNothing,
  'confirm-changes-nothing': confirmChangesNothing,
  'friday-before-baseline': fridayBeforeBaseline,
  'georgian-missing': georgianMissing,
  'past-friday-confirm-only': pastFridayConfirmOnly,
  'recorded-in-future': recordedInFuture,
  'recorder-not-owner': recorderNotOwner,
  'reopened-needs-reason': reopenedNeedsReason,
  'slip-needs-reason': slipNeedsReason,
  'status-transition': statusTransition,
  'unblocked-needs-resolution': unblockedNeedsResolution,
  'workstream-unknown': workstreamUnknown,
}
