import { type Day, parseDay, TIME_ZONE } from '#features/checklist/calendar-model.ts'

const DAY_MS = 86_400_000
const FRIDAY = 5

const zoned = new Intl.DateTimeFormat('en', { timeZone: TIME_ZONE, timeZoneName: 'longOffset' })

/** Offset of Tbilisi from UTC, `+04:00`: the format ends in `GMT+04:00`. */
const offsetAt = (time: number): string => zoned.format(time).slice(-6)

/** The same clock reading as if it were UTC, in milliseconds. */
const clockAt = (time: number): number => time - Date.parse(`1970-01-01T00:00:00${offsetAt(time)}`)

const dayOf = (clock: number): Day => {
  const text = new Date(clock).toISOString().slice(0, 10)
  const day = parseDay(text)
  if (day === null) throw new RangeError(`${text} is outside the years 1970 to 9999`)
  return day
}

/** The first millisecond at which the clock in Tbilisi reads `midnight` or, where it skips that, later. */
function startOf(midnight: number): number {
  const shifts = [midnight - DAY_MS, midnight + DAY_MS].map(time => clockAt(time) - time)
  const early = midnight - Math.max(...shifts)
  return clockAt(early) >= midnight ? early : midnight - Math.min(...shifts)
}

/** An instant in ISO 8601 with the offset Tbilisi had then, to the second: `2026-03-06T14:05:00+04:00`. */
export const inTbilisi = (instant: Date): string =>
  new Date(clockAt(instant.getTime())).toISOString().slice(0, 19) + offsetAt(instant.getTime())

/**
 * The day it was in Tbilisi at an instant.
 * @throws RangeError outside the years 1970 to 9999
 */
export const dayInTbilisi = (instant: Date): Day => dayOf(clockAt(instant.getTime()))

/** 00:00 of a day in Tbilisi, or 01:00 on the days before 2005 whose clock skipped midnight. */
export const startOfDay = (day: Day): Date => new Date(startOf(Date.parse(day)))

/** 23:59:59.999 of a day in Tbilisi. */
export const endOfDay = (day: Day): Date => new Date(startOf(Date.parse(day) + DAY_MS) - 1)

/**
 * @param days may be negative
 * @throws RangeError outside the years 1970 to 9999
 */
export const addDays = (day: Day, days: number): Day => dayOf(Date.parse(day) + days * DAY_MS)

/** Days from `a` to `b`, negative where `b` is the earlier. */
export const daysBetween = (a: Day, b: Day): number => (Date.parse(b) - Date.parse(a)) / DAY_MS

/** The Friday that ends the week, Saturday to Friday, in which a day lies. */
export const fridayOf = (day: Day): Day => addDays(day, (FRIDAY - new Date(day).getUTCDay() + 7) % 7)
