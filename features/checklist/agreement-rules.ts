import type { HashedLedgerLine } from '#features/checklist/ledger-model.ts'
import type { PlacedTrackerRow } from '#features/checklist/tracker-model.ts'
import type { WorkstreamState } from '#features/checklist/workstream-model.ts'
import { type Diagnostic, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'

const TABLE_DISAGREES: Rule = {
  code: 'table-disagrees',
  severity: 'error',
  mend: 'Record the change with `mza update`, or let `mza resolve` rewrite the table from the ledger.',
}

const LEDGER_REWRITTEN: Rule = {
  code: 'ledger-rewritten',
  severity: 'error',
  mend: 'Restore the line as it was, and record what is true now as a new line.',
}

/** The cells of the table that say other than the ledger folded up to its newest line. */
export const checkTableAgainstFold = (
  rows: readonly PlacedTrackerRow[],
  folded: ReadonlyMap<number, WorkstreamState>,
): Diagnostic[] =>
  rows.flatMap(row => {
    const state = folded.get(row.number)
    if (!state)
      return report(
        TABLE_DISAGREES,
        row.places.number,
        `expected a ledger line for workstream ${row.number}, found none`,
      )
    return (['targetDate', 'status'] as const)
      .filter(cell => row[cell] !== state[cell])
      .map(cell =>
        report(
          TABLE_DISAGREES,
          row.places[cell],
          `expected ${state[cell]} as the ledger says of workstream ${row.number}, found ${row[cell]}`,
        ),
      )
  })

/**
 * The lines once committed or ingested that a ledger no longer has as they were.
 * @param current the hashes it has now
 */
export const checkNothingRewritten = (
  file: string,
  previous: readonly HashedLedgerLine[],
  current: ReadonlySet<string>,
): Diagnostic[] =>
  previous
    .filter(line => !current.has(line.hash))
    .map(({ workstream, kind, recordedAt, status, targetDate }) =>
      report(
        LEDGER_REWRITTEN,
        { file, line: 1, column: 1 },
        `expected the ${kind} line of workstream ${workstream} recorded ${recordedAt} (${status}, ${targetDate}), found it changed or gone`,
      ),
    )
