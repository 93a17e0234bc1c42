import type { Role } from '#features/access/role-model.ts'
import type { PlacedLedgerLine } from '#features/checklist/ledger-model.ts'
import type { PlacedTrackerRow } from '#features/checklist/tracker-model.ts'
import type { Diagnostic, Rule } from '#features/diagnostic/diagnostic-model.ts'

/** A line among the lines of its workstream. */
export interface LedgerStep {
  readonly line: PlacedLedgerLine
  /** The line that held before it in the order of the fold; null for the first. */
  readonly previous: PlacedLedgerLine | null
  /** Null where the tracker lacks the workstream. */
  readonly row: PlacedTrackerRow | null
}

/** A ledger and what its rules may know. */
export interface LedgerContext {
  readonly file: string
  readonly now: Date
  /** Null where the document's metadata names no role. */
  readonly documentOwner: Role | null
  /** In the order of the fold. */
  readonly steps: readonly LedgerStep[]
}

export interface LedgerRule {
  readonly rule: Rule
  readonly check: (context: LedgerContext) => readonly Diagnostic[]
}
