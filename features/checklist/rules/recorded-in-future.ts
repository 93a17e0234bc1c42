import { judgeEachLine } from '#features/checklist/rules/judge-each-line.ts'

/** How far a recorder's clock may be ahead. */
const LEEWAY_MS = 5 * 60_000

export const recordedInFuture = judgeEachLine(
  {
    code: 'recorded-in-future',
    severity: 'error',
    mend: 'Set the clock of the machine that records, and record when it happens.',
  },
  ({ line }, { now }) =>
    Date.parse(line.recordedAt) > now.getTime() + LEEWAY_MS
      ? `expected at most 5 minutes after ${now.toISOString()}, found ${line.recordedAt}`
      : null,
)
