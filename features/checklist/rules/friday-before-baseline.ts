import type { PlacedLedgerLine } from '#features/checklist/ledger-model.ts'
import type { LedgerRule } from '#features/checklist/ledger-rule-model.ts'
import { type Rule, report } from '#features/diagnostic/diagnostic-model.ts'

const RULE = {
  code: 'friday-before-baseline',
  severity: 'error',
  mend: 'Report for the Friday of the baseline or a later one: before it nothing was owed.',
} as const satisfies Rule

export const fridayBeforeBaseline: LedgerRule<typeof RULE.code> = {
  rule: RULE,
  check: ({ file, steps }) => {
    const baselines = new Map<number, PlacedLedgerLine>()
    return steps.flatMap(({ line, previous }) => {
      if (!previous) baselines.set(line.workstream, line)
      const first = baselines.get(line.workstream)?.for ?? line.for
      if (line.for >= first) return []
      const found = `expected ${first}, the Friday of the baseline, or a later one, found ${line.for}`
      return report(RULE, { file, line: line.line, column: 1 }, found)
    })
  },
}
