import type { Role } from '#features/access/role-model.ts'
import { inFoldOrder } from '#features/checklist/fold-rules.ts'
import type { PlacedLedgerLine } from '#features/checklist/ledger-model.ts'
import type { LedgerStep } from '#features/checklist/ledger-rule-model.ts'
import { LEDGER_RULES } from '#features/checklist/rules/index.ts'
import type { PlacedTrackerRow } from '#features/checklist/tracker-model.ts'
import type { Diagnostic } from '#features/diagnostic/diagnostic-model.ts'

function stepsOf(lines: readonly PlacedLedgerLine[], rows: readonly PlacedTrackerRow[]): LedgerStep[] {
  const rowOf = new Map(rows.map(row => [row.number, row]))
  const newest = new Map<number, PlacedLedgerLine>()
  return inFoldOrder(lines).map(line => {
    const previous = newest.get(line.workstream) ?? null
    newest.set(line.workstream, line)
    return { line, previous, row: rowOf.get(line.workstream) ?? null }
  })
}

/**
 * Holds a ledger against every rule. Give it whole ledgers only: a line that could not be read is missing here,
 * and the lines after it would be blamed.
 * @returns what is wrong, in the order of the file's lines
 */
export function checkLedger(
  lines: readonly PlacedLedgerLine[],
  context: { file: string; now: Date; rows: readonly PlacedTrackerRow[]; documentOwner: Role | null },
): readonly Diagnostic[] {
  const { file, now, documentOwner } = context
  const steps = stepsOf(lines, context.rows)
  return LEDGER_RULES.flatMap(({ check }) => check({ file, now, documentOwner, steps })).sort(
    (a, b) => a.line - b.line,
  )
}
