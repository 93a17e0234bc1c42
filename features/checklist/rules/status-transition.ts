import { judgeEachMove } from '#features/checklist/rules/judge-each-line.ts'
import { NEXT_STATUSES } from '#features/checklist/status-model.ts'

export const statusTransition = judgeEachMove(
  {
    code: 'status-transition',
    severity: 'error',
    mend: 'Record each step: TODO, IN_PROGRESS, then BLOCKED or DONE; from those back to IN_PROGRESS.',
  },
  (line, previous) => {
    if (line.status === previous.status) return null
    const next = NEXT_STATUSES[previous.status]
    if (next.includes(line.status)) return null
    return `expected ${next.join(' or ')} after ${previous.status}, found ${line.status}`
  },
)
