import { type Day, parseDay } from '#features/checklist/calendar-model.ts'
import { addDays, daysBetween } from '#features/checklist/calendar-rules.ts'

/** A span of days drawn from 0 (its start) to 100 (its end). */
export interface TimeScale {
  readonly start: Day
  readonly end: Day
  /** Per cent of the width at which a day lies. */
  readonly at: (day: Day) => number
  /** First days of months, at most eight of them, evenly apart. */
  readonly ticks: readonly Day[]
}

const MOST_TICKS = 8

/** The scale that shows every one of some days, with a little room on both sides. */
export function timeScale(days: readonly Day[]): TimeScale {
  const sorted = days.toSorted()
  const first = sorted[0]
  const last = sorted.at(-1)
  if (!first || !last) throw new RangeError('A time scale needs a day')
  const room = Math.max(1, Math.ceil(daysBetween(first, last) / 40))
  const start = addDays(first, -room)
  const end = addDays(last, room)
  const span = daysBetween(start, end)
  const months = firstsOfMonths(start, end)
  const every = Math.ceil(months.length / MOST_TICKS)
  return {
    start,
    end,
    at: day => Math.round((daysBetween(start, day) / span) * 10_000) / 100,
    ticks: months.filter((_, index) => index % every === 0),
  }
}

function firstsOfMonths(start: Day, end: Day): Day[] {
  const found: Day[] = []
  const month = new Date(`${start.slice(0, 7)}-01T00:00:00Z`)
  while (true) {
    month.setUTCMonth(month.getUTCMonth() + 1)
    const day = parseDay(month.toISOString().slice(0, 10))
    if (!day || day > end) return found
    found.push(day)
  }
}
