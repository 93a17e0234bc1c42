import type { LedgerRule } from '#features/checklist/ledger-rule-model.ts'
import { baselineMisplaced } from '#features/checklist/rules/baseline-misplaced.ts'
import { blockedNeedsNote } from '#features/checklist/rules/blocked-needs-note.ts'
import { changeChangesNothing } from '#features/checklist/rules/change-changes-nothing.ts'
import { confirmChangesNothing } from '#features/checklist/rules/confirm-changes-nothing.ts'
import { fridayBeforeBaseline } from '#features/checklist/rules/friday-before-baseline.ts'
import { georgianMissing } from '#features/checklist/rules/georgian-missing.ts'
import { pastFridayConfirmOnly } from '#features/checklist/rules/past-friday-confirm-only.ts'
import { recordedInFuture } from '#features/checklist/rules/recorded-in-future.ts'
import { recorderNotOwner } from '#features/checklist/rules/recorder-not-owner.ts'
import { reopenedNeedsReason } from '#features/checklist/rules/reopened-needs-reason.ts'
import { slipNeedsReason } from '#features/checklist/rules/slip-needs-reason.ts'
import { statusTransition } from '#features/checklist/rules/status-transition.ts'
import { unblockedNeedsResolution } from '#features/checklist/rules/unblocked-needs-resolution.ts'
import { workstreamUnknown } from '#features/checklist/rules/workstream-unknown.ts'

/** Every rule of the ledger (DESIGN 5, "Status rules" and "Friday rule"). A new one is a file and a line here. */
export const LEDGER_RULES = [
  baselineMisplaced,
  blockedNeedsNote,
  changeChangesNothing,
  confirmChangesNothing,
  fridayBeforeBaseline,
  georgianMissing,
  pastFridayConfirmOnly,
  recordedInFuture,
  recorderNotOwner,
  reopenedNeedsReason,
  slipNeedsReason,
  statusTransition,
  unblockedNeedsResolution,
  workstreamUnknown,
] as const satisfies readonly LedgerRule[]

export type LedgerRuleCode = (typeof LEDGER_RULES)[number]['rule']['code']
