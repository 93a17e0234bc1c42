import { localizedFileWith } from '#app/file-answer.ts'
import { readCalendar } from '#features/calendar-feed/calendar-queries.ts'

export const GET = localizedFileWith(1, readCalendar)
