import { parseDay } from '#features/checklist/calendar-model.ts'
import { dayInTbilisi } from '#features/checklist/calendar-rules.ts'
import type { AsOf } from '#features/portal/portal-model.ts'

export type AsOfProblem = 'as-of-malformed' | 'as-of-future'

/** The day that `?asOf=` names, today where it names none. The portal then shows itself as that day ended in Tbilisi. */
export function parseAsOf(given: string | undefined, now: Date): AsOf | AsOfProblem {
  const today = dayInTbilisi(now)
  if (given === undefined) return { day: today, isToday: true }
  const day = parseDay(given)
  if (!day) return 'as-of-malformed'
  if (day > today) return 'as-of-future'
  return { day, isToday: day === today }
}
