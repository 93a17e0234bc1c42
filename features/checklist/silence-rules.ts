import type { Day } from '#features/checklist/calendar-model.ts'
import { daysBetween, endOfDay, fridayOf } from '#features/checklist/calendar-rules.ts'
import type { WorkstreamView } from '#features/checklist/checklist-model.ts'
import { recordedOn } from '#features/checklist/fold-rules.ts'
import type { Reporter } from '#features/checklist/friday-grid-model.ts'
import { fridayGrid } from '#features/checklist/friday-grid-rules.ts'
import { owedFridays } from '#features/checklist/week-rules.ts'

/** A year: what was missed before is on the Friday page. */
const WEEKS = 53

/** Since when nothing has been heard of a workstream. */
interface Silence {
  /** Day of the newest report; of the baseline where there was none. */
  readonly since: Day
  readonly days: number
  readonly hasReported: boolean
}

/** Since when a workstream is without a report, as a day ended in Tbilisi. A baseline is no report. */
export const silenceOf = (
  { lines, lastReportedOn }: Pick<WorkstreamView, 'lines' | 'lastReportedOn'>,
  day: Day,
): Silence => ({
  since: lastReportedOn,
  days: daysBetween(lastReportedOn, day),
  hasReported: lines.some(({ kind }) => kind !== 'baseline'),
})

/** The Fridays of a year for which a workstream has no report and owed one, the oldest first, as a day ended. */
export function missedOf(workstream: Reporter, day: Day): Day[] {
  const [baseline] = workstream.lines
  if (!baseline) return []
  const fridays = owedFridays(recordedOn(baseline), day).slice(-WEEKS)
  const [row] = fridayGrid([workstream], fridays, day).rows
  return fridays.filter((_, week) => row?.states[week] === 'missed')
}

/** The instant up to which a report for the week of a day is in time: the end of its Friday in Tbilisi. */
export const deadlineOf = (day: Day): Date => endOfDay(fridayOf(day))
