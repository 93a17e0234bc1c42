/** The time zone of every rule about days and weeks. Georgia has kept UTC+4 without daylight saving since 2005. */
export const TIME_ZONE = 'Asia/Tbilisi'

/** A day of the Tbilisi calendar, `YYYY-MM-DD`. Such strings sort by time. */
export type Day = string & { readonly __day: unique symbol }

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/

/** A calendar day, or null where the text is none (2026-02-30 is none). Years 1970 to 9999. */
export function parseDay(text: string): Day | null {
  if (!DAY.test(text)) return null
  const time = Date.parse(`${text}T00:00:00Z`)
  if (Number.isNaN(time) || time < 0) return null
  return new Date(time).toISOString().slice(0, 10) === text ? (text as Day) : null
}
