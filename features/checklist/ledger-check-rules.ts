import type { Role } from '#features/access/role-model.ts'
import { withHeldBefore } from '#features/checklist/fold-rules.ts'
import type { PlacedLedgerLine } from '#features/checklist/ledger-model.ts'
import type { LedgerContext, LedgerStep } from '#features/checklist/ledger-rule-model.ts'
import type { OwnerOf } from '#features/checklist/line-owner-model.ts'
import { LEDGER_RULES } from '#features/checklist/rules/index.ts'
import type { PlacedTrackerRow } from '#features/checklist/tracker-model.ts'
import type { Diagnostic } from '#features/diagnostic/diagnostic-model.ts'

function stepsOf(lines: readonly PlacedLedgerLine[], rows: readonly PlacedTrackerRow[]): LedgerStep[] {
  const rowOf = new Map(rows.map(row => [row.number, row]))
  return withHeldBefore(lines).map(({ line, previous }) => ({
    line,
    previous,
    row: rowOf.get(line.workstream) ?? null,
  }))
}

/** By the document as it stands: a baseline is its owner's, the rest is the owner's in the table. */
const presentOwner = ({ line, row }: LedgerStep, documentOwner: Role | null) => {
  if (!row) return 'settled'
  return line.kind === 'baseline' ? documentOwner : row.ownerRole
}

/**
 * Holds a ledger against every rule. Give it whole ledgers only: a line that could not be read is missing here,
 * and the lines after it would be blamed.
 * @param context `ownerOf` says whose lines of the past were; without it, all are judged by the document as it stands
 * @returns what is wrong, in the order of the file's lines
 */
export function checkLedger(
  lines: readonly PlacedLedgerLine[],
  context: {
    readonly file: string
    readonly now: Date
    readonly rows: readonly PlacedTrackerRow[]
    /** Null where the document's metadata names no role. */
    readonly documentOwner: Role | null
    readonly ownerOf?: OwnerOf
  },
): readonly Diagnostic[] {
  const { file, now, rows, documentOwner, ownerOf: ownerThen = () => 'present' } = context
  const ownerOf: LedgerContext['ownerOf'] = step => {
    const owner = ownerThen(step.line)
    return owner === 'present' ? presentOwner(step, documentOwner) : owner
  }
  const judged = { file, now, ownerOf, steps: stepsOf(lines, rows) }
  return LEDGER_RULES.flatMap(({ check }) => check(judged)).sort((a, b) => a.line - b.line)
}
