import { judgeEachLine } from '#features/checklist/rules/judge-each-line.ts'

export const workstreamUnknown = judgeEachLine(
  {
    code: 'workstream-unknown',
    severity: 'error',
    mend: 'Keep a row in the tracker for every workstream that ever reported.',
  },
  ({ line, row }) =>
    row ? null : `expected a workstream of the tracker, found ${line.workstream}, which has no row`,
)
