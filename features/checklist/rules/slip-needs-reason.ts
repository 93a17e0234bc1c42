import { judgeEachMove } from '#features/checklist/rules/judge-each-line.ts'

export const slipNeedsReason = judgeEachMove(
  {
    code: 'slip-needs-reason',
    severity: 'error',
    mend: 'Say in `reason` why the target date moves later.',
  },
  (line, previous) =>
    line.targetDate > previous.targetDate && !line.reason
      ? `expected a reason for the slip from ${previous.targetDate} to ${line.targetDate}, found none`
      : null,
)
