import type { Role } from '#features/access/role-model.ts'
import type { PlacedLedgerLine } from '#features/checklist/ledger-model.ts'
import type { PlacedTrackerRow } from '#features/checklist/tracker-model.ts'
import type { Diagnostic, Rule } from '#features/diagnostic/diagnostic-model.ts'

/** A line among the lines of its workstream. */
export interface LedgerStep {
  readonly line: PlacedLedgerLine
  /** The line whose status and date held before it: the newest before it that is no confirm; null for the first. */
  readonly previous: PlacedLedgerLine | null
  /** Null where the tracker lacks the workstream. */
  readonly row: PlacedTrackerRow | null
}

/** A ledger and what its rules may know. */
export interface LedgerContext {
  readonly file: string
  readonly now: Date
  /** Whose it was to record a line; null: nobody's is named; `settled`: not to be judged. */
  readonly ownerOf: (step: LedgerStep) => Role | null | 'settled'
  /** In the order of the fold. */
  readonly steps: readonly LedgerStep[]
}

export interface LedgerRule<Code extends string = string> {
  readonly rule: Rule & { readonly code: Code }
  readonly check: (context: LedgerContext) => readonly Diagnostic[]
}
