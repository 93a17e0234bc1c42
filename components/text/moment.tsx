import { useFormatter } from 'next-intl'
import { useDayFormat } from '#components/text/day.tsx'
import { dayInTbilisi } from '#features/checklist/calendar-rules.ts'

/** A day and a time of day in Tbilisi, in the words of the page's language. */
export function MomentText({ instant }: { instant: Date }) {
  const formatDay = useDayFormat()
  const time = useFormatter().dateTime(instant, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return (
    <time dateTime={instant.toISOString()}>
      {formatDay(dayInTbilisi(instant))}, {time}
    </time>
  )
}
