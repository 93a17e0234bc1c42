import type { Day } from '#features/checklist/calendar-model.ts'
import { LOCALES, type Locale } from '#features/localization/locale-model.ts'

const FORMATS = new Map(
  LOCALES.map(locale => [
    locale,
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'long' }),
  ]),
)

/** The month of a day, as a language has it beside a day: "4 марта", where "март" would stand alone. */
export const monthIn = (locale: Locale, day: Day): string =>
  FORMATS.get(locale)
    ?.formatToParts(new Date(day))
    .find(({ type }) => type === 'month')?.value ?? ''
