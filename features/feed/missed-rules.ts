import type { Day } from '#features/checklist/calendar-model.ts'
import { dayInTbilisi, endOfDay } from '#features/checklist/calendar-rules.ts'
import { isHolding, recordedTime } from '#features/checklist/fold-rules.ts'
import { fridayState } from '#features/checklist/friday-rules.ts'
import type { RecordedLine } from '#features/checklist/ledger-model.ts'
import { owedFridays } from '#features/checklist/week-rules.ts'

/** How far a feed looks back: a year. What was missed before is on the Friday page. */
const WEEKS = 53

/** A Friday that ended without the report owed for it. */
export interface MissedFriday {
  readonly friday: Day
  /** The report that came late; null while there is none. */
  readonly late: RecordedLine | null
}

/**
 * The Fridays of a year that one workstream missed, the oldest first, as known at the end of a day.
 * @param lines of the workstream up to that day, in the order of the fold
 */
export function missedFridays(lines: readonly RecordedLine[], asOf: Day): MissedFriday[] {
  const [baseline] = lines
  if (!baseline) return []
  const reports = Map.groupBy(lines, line => line.for)
  const holding = lines.filter(isHolding)
  let inTime = 0
  const fridays = owedFridays(dayInTbilisi(new Date(baseline.recordedAt)), asOf).slice(-WEEKS)
  return fridays.flatMap(friday => {
    const end = endOfDay(friday).getTime()
    for (let next = holding[inTime]; next && recordedTime(next) <= end; next = holding[++inTime]);
    const own = reports.get(friday) ?? []
    // All that the state of one Friday depends on: a ledger may be long, and there is a Friday every week.
    const deciding = [baseline, ...own, ...holding.slice(Math.max(inTime - 1, 0), inTime)]
    const state = fridayState(deciding, friday, asOf)
    if (state !== 'missed' && state !== 'late') return []
    return [{ friday, late: own.find(line => line.kind !== 'baseline') ?? null }]
  })
}
