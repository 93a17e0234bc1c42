import type { HashedLedgerLine } from '#features/checklist/ledger-model.ts'
import type { Change } from '#features/ingest/history-model.ts'

/** A line that a commit has, or once had. */
export interface CommittedLine extends HashedLedgerLine {
  /** The first commit whose ledger had it. */
  readonly entry: Change
  /** Whether a first parent of HEAD had it. What was never merged binds nobody. */
  readonly isBinding: boolean
}

/** Every such line, by its document's path and its hash. */
export type CommittedLedgers = ReadonlyMap<string, ReadonlyMap<string, CommittedLine>>
