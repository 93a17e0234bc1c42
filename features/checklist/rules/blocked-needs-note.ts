import { judgeEachMove } from '#features/checklist/rules/judge-each-line.ts'

export const blockedNeedsNote = judgeEachMove(
  {
    code: 'blocked-needs-note',
    severity: 'error',
    mend: 'Say in `note` what blocks the workstream.',
  },
  (line, previous) =>
    previous.status !== 'BLOCKED' && line.status === 'BLOCKED' && !line.note
      ? `expected a note with BLOCKED after ${previous.status}, found none`
      : null,
)
