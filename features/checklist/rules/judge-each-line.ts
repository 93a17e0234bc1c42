import { isHolding } from '#features/checklist/fold-rules.ts'
import type { PlacedLedgerLine } from '#features/checklist/ledger-model.ts'
import type { LedgerContext, LedgerRule, LedgerStep } from '#features/checklist/ledger-rule-model.ts'
import { type Rule, report } from '#features/diagnostic/diagnostic-model.ts'

/** A rule that looks at one line and its predecessor, and says what it expected, or null where all is well. */
export const judgeEachLine = <const Code extends string>(
  rule: Rule & { readonly code: Code },
  judge: (step: LedgerStep, context: LedgerContext) => string | null,
): LedgerRule<Code> => ({
  rule,
  check: context =>
    context.steps.flatMap(step => {
      const message = judge(step, context)
      const place = { file: context.file, line: step.line.line, column: 1 }
      return message === null ? [] : report(rule, place, message)
    }),
})

/** The same of a line that may move the status or the date, and the one that held before: a first line or a confirm moves nothing. */
export const judgeEachMove = <const Code extends string>(
  rule: Rule & { readonly code: Code },
  judge: (line: PlacedLedgerLine, previous: PlacedLedgerLine) => string | null,
): LedgerRule<Code> =>
  judgeEachLine(rule, ({ line, previous }) => (previous && isHolding(line) ? judge(line, previous) : null))
