import { type Day, parseDay } from '#features/checklist/calendar-model.ts'
import { fridayOf } from '#features/checklist/calendar-rules.ts'
import type { WeekWindow } from '#features/checklist/friday-grid-model.ts'
import type { AsOfProblem } from '#features/portal/as-of-rules.ts'

/** Weeks that a page shows at once: a quarter of a year. */
export const WEEKS = 13

/**
 * The Friday that `?to=` asks for, as the last one to be shown: that of the week in which the day lies.
 * @param day what the page speaks of; it is taken where nothing is asked for
 */
export function parseTo(given: string | undefined, day: Day): { friday: Day } | AsOfProblem {
  if (given === undefined) return { friday: fridayOf(day) }
  const wish = parseDay(given)
  if (!wish) return 'as-of-malformed'
  return fridayOf(wish) > fridayOf(day) ? 'as-of-future' : { friday: fridayOf(wish) }
}

/**
 * The newest weeks up to a Friday, and where to go on.
 * @param fridays every one for which reports are owed, in order
 * @returns null where reports are owed for some Fridays, but for none so early
 */
export function weekWindow(fridays: readonly Day[], to: Day): WeekWindow | null {
  const end = fridays.findLastIndex(friday => friday <= to) + 1
  if (end === 0 && fridays.length > 0) return null
  const start = Math.max(0, end - WEEKS)
  const later = Math.min(end + WEEKS, fridays.length)
  return {
    fridays: fridays.slice(start, end),
    older: fridays[start - 1] ?? null,
    newer: later > end ? (fridays[later - 1] ?? null) : null,
  }
}
