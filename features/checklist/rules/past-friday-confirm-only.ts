import { dayInTbilisi, fridayOf } from '#features/checklist/calendar-rules.ts'
import { judgeEachLine } from '#features/checklist/rules/judge-each-line.ts'

export const pastFridayConfirmOnly = judgeEachLine(
  {
    code: 'past-friday-confirm-only',
    severity: 'error',
    mend: 'Report a change for the Friday of the week in which it is recorded; confirm a past one.',
  },
  ({ line }) => {
    const week = fridayOf(dayInTbilisi(new Date(line.recordedAt)))
    if (line.for > week) return `expected ${week} or an earlier Friday, found ${line.for}`
    if (line.for < week && line.kind !== 'confirm')
      return `expected ${week}, or a confirm, for a line recorded ${line.recordedAt}, found ${line.kind} for ${line.for}`
    return null
  },
)
