import { useWording } from '#components/text/wording.ts'
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
export const useDayFormat = (): ((day: Day) => string) => useWording().day
