import { useFormatter } from 'next-intl'
import type { Day } from '#features/checklist/calendar-model.ts'

/** A calendar day in the words of the page's language. */
export function DayText({ day, short = false }: { day: Day; short?: boolean }) {
  return (
    <time dateTime={day} className="whitespace-nowrap">
      {useDayFormat()(day, short)}
    </time>
  )
}

/** Formats days for messages, titles and drawings, where an element cannot stand. */
export function useDayFormat(): (day: Day, short?: boolean) => string {
  const format = useFormatter()
  return (day, short = false) =>
    format.dateTime(new Date(`${day}T00:00:00Z`), {
      timeZone: 'UTC',
      day: 'numeric',
      month: short ? 'short' : 'long',
      year: 'numeric',
    })
}
