import { isHolding, recordedTime } from '#features/checklist/fold-rules.ts'
import type { PlacedLedgerLine } from '#features/checklist/ledger-model.ts'
import type { LedgerRule } from '#features/checklist/ledger-rule-model.ts'
import { type Rule, report } from '#features/diagnostic/diagnostic-model.ts'

/** How long a branch may go on confirming what a change elsewhere has overtaken (0019). */
const OVERTAKEN_MS = 14 * 24 * 60 * 60 * 1000

const RULE = {
  code: 'confirm-changes-nothing',
  severity: 'error',
  mend: 'Record a change, or confirm the status and date that hold.',
} as const satisfies Rule

const says = (a: PlacedLedgerLine, b: PlacedLedgerLine) =>
  a.status === b.status && a.targetDate === b.targetDate

/** @param held the lines before a confirm that set what held, in the order of the fold */
function couldBeSeen(confirm: PlacedLedgerLine, held: readonly PlacedLedgerLine[]): boolean {
  const since = recordedTime(confirm) - OVERTAKEN_MS
  const first = held.findLastIndex(line => recordedTime(line) < since)
  return held.slice(Math.max(first, 0)).some(line => says(line, confirm))
}

export const confirmChangesNothing: LedgerRule<typeof RULE.code> = {
  rule: RULE,
  check: ({ file, steps }) => {
    const heldBy = new Map<number, PlacedLedgerLine[]>()
    return steps.flatMap(({ line, previous }) => {
      const held = heldBy.get(line.workstream) ?? []
      if (!previous || isHolding(line)) {
        held.push(line)
        heldBy.set(line.workstream, held)
        return []
      }
      if (couldBeSeen(line, held)) return []
      const found = `expected ${previous.status} ${previous.targetDate} as before, found ${line.status} ${line.targetDate}`
      return report(RULE, { file, line: line.line, column: 1 }, found)
    })
  },
}
