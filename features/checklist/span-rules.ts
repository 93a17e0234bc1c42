import { type Day, parseDay } from '#features/checklist/calendar-model.ts'
import { addDays, fridayOf } from '#features/checklist/calendar-rules.ts'
import type { AsOf } from '#features/portal/portal-model.ts'

/** Two days: the record as the first ended is held against the record as the second ended, in Tbilisi. */
export interface Span {
  readonly from: Day
  readonly to: Day
}

export type SpanProblem = 'span-malformed' | 'span-future' | 'span-reversed'

interface Given {
  readonly from?: string | null | undefined
  readonly to?: string | null | undefined
}

/** The calendar begins with 1970: its first days have no Friday before them. */
const FIRST_FRIDAY = '1970-01-02'

/** The last Friday that ended before a day began; of the days before the first one that day itself. */
export const fridayBefore = (day: Day): Day => (day <= FIRST_FRIDAY ? day : addDays(fridayOf(day), -7))

/**
 * The span that `?from=` and `?to=` name. `to` is the day the portal is shown for where it is not given, `from` the
 * last Friday that ended before `to` began. No day may lie after the one the portal is shown for.
 */
export function parseSpan(given: Given, asOf: AsOf): Span | SpanProblem {
  const to = given.to == null ? asOf.day : parseDay(given.to)
  if (!to) return 'span-malformed'
  const from = given.from == null ? fridayBefore(to) : parseDay(given.from)
  if (!from) return 'span-malformed'
  if (to > asOf.day || from > asOf.day) return 'span-future'
  return from > to ? 'span-reversed' : { from, to }
}

/** The week, Friday to Friday, that was over when a span began; null where nothing was recorded by then. */
export function weekBefore({ from }: Span, baselineDay: Day): Span | null {
  if (from < baselineDay) return null
  const to = fridayOf(from) === from ? from : fridayBefore(from)
  return to < baselineDay ? null : { from: fridayBefore(to), to }
}

/** The week that follows a span, as far as it has come by a day; null where it has not begun. */
export const weekAfter = ({ to }: Span, day: Day): Span | null =>
  to < day ? weekOf(addDays(to, 1), day) : null

/** The week in which a day lies, from the Friday before it to its own, or as far as it has come by another day. */
export function weekOf(day: Day, until: Day): Span {
  const friday = fridayOf(day)
  return { from: fridayBefore(friday), to: friday > until ? until : friday }
}
