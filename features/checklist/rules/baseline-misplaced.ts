import { judgeEachLine } from '#features/checklist/rules/judge-each-line.ts'

export const baselineMisplaced = judgeEachLine(
  {
    code: 'baseline-misplaced',
    severity: 'error',
    mend: 'Begin each workstream with one baseline line; the first `mza update` writes them.',
  },
  ({ line, previous }) => {
    if (!previous && line.kind !== 'baseline')
      return `expected a baseline first for workstream ${line.workstream}, found ${line.kind}`
    if (previous && line.kind === 'baseline')
      return `expected one baseline, before any other line of workstream ${line.workstream}, found another line before it (line ${previous.line})`
    return null
  },
)
