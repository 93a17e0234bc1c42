import { judgeEachMove } from '#features/checklist/rules/judge-each-line.ts'

export const unblockedNeedsResolution = judgeEachMove(
  {
    code: 'unblocked-needs-resolution',
    severity: 'error',
    mend: 'Say in `resolution` how the blocker was removed.',
  },
  (line, previous) =>
    previous.status === 'BLOCKED' && line.status !== 'BLOCKED' && !line.resolution
      ? `expected a resolution with ${line.status} after BLOCKED, found none`
      : null,
)
