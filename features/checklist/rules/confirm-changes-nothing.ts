import { judgeEachLine } from '#features/checklist/rules/judge-each-line.ts'

export const confirmChangesNothing = judgeEachLine(
  {
    code: 'confirm-changes-nothing',
    severity: 'error',
    mend: 'Record a change, or confirm the status and date that hold.',
  },
  ({ line, previous }) =>
    line.kind === 'confirm' &&
    previous &&
    (line.status !== previous.status || line.targetDate !== previous.targetDate)
      ? `expected ${previous.status} ${previous.targetDate} as before, found ${line.status} ${line.targetDate}`
      : null,
)
