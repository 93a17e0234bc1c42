import { useFormatter, useTranslations } from 'next-intl'
import type { Day } from '#features/checklist/calendar-model.ts'

/** A calendar day in the words of the page's language. */
export function DayText({ day }: { day: Day }) {
  return (
    <time dateTime={day} className="whitespace-nowrap">
      {useDayFormat()(day)}
    </time>
  )
}

/** Formats days for messages, titles and drawings, where an element cannot stand. */
export function useDayFormat(): (day: Day) => string {
  const t = useTranslations('site')
  const format = useFormatter()
  // Each language orders its own date: official Georgian puts the year first, which Intl does not.
  return day =>
    t('date', {
      year: day.slice(0, 4),
      month: format.dateTime(new Date(day), { timeZone: 'UTC', month: 'long' }),
      day: String(Number(day.slice(8))),
    })
}
