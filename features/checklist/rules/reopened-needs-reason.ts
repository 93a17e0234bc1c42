import { judgeEachMove } from '#features/checklist/rules/judge-each-line.ts'

export const reopenedNeedsReason = judgeEachMove(
  {
    code: 'reopened-needs-reason',
    severity: 'error',
    mend: 'Say in `reason` why the workstream is not done after all.',
  },
  (line, previous) =>
    previous.status === 'DONE' && line.status !== 'DONE' && !line.reason
      ? `expected a reason with ${line.status} after DONE, found none`
      : null,
)
