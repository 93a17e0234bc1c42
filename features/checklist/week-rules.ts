import type { Day } from '#features/checklist/calendar-model.ts'
import { addDays, fridayOf } from '#features/checklist/calendar-rules.ts'

/** The Fridays for which reports are owed, from the one after the baseline's own to that of a day's week, in order. */
export function owedFridays(baselineDay: Day, day: Day): Day[] {
  const fridays: Day[] = []
  for (let friday = addDays(fridayOf(baselineDay), 7); friday <= fridayOf(day); friday = addDays(friday, 7))
    fridays.push(friday)
  return fridays
}
