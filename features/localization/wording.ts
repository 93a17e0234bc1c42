import { createTranslator } from 'next-intl'
import { type Day, TIME_ZONE } from '#features/checklist/calendar-model.ts'
import { dayInTbilisi } from '#features/checklist/calendar-rules.ts'
import { LOCALES, type Locale, type TextLocale } from '#features/localization/locale-model.ts'
import { type Messages, messagesIn } from '#features/localization/messages.ts'
import { monthIn } from '#features/localization/month-names-rules.ts'

/** The interface's words in a language, on a page and where there is none: in feeds, tables, twins. */
export interface Wording {
  readonly locale: Locale
  readonly t: ReturnType<typeof createTranslator<Messages>>
  /** A calendar day as the language writes it. */
  readonly day: (day: Day) => string
  /** A day and a time of day in Tbilisi. */
  readonly moment: (instant: Date) => string
  /** The name of a language in this one. */
  readonly language: (language: TextLocale) => string
}

const TIMES = new Map(
  LOCALES.map(locale => [
    locale,
    new Intl.DateTimeFormat(locale, {
      timeZone: TIME_ZONE,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
  ]),
)

const LANGUAGES = new Map(
  LOCALES.map(locale => [locale, new Intl.DisplayNames(locale, { type: 'language' })]),
)

export function wordingOf(locale: Locale, t: Wording['t']): Wording {
  // Each language orders its own date: official Georgian puts the year first, which Intl does not.
  const day = (given: Day) =>
    t('site.date', {
      year: given.slice(0, 4),
      month: monthIn(locale, given),
      day: String(Number(given.slice(8))),
    })
  return {
    locale,
    t,
    day,
    moment: instant =>
      t('site.moment', {
        day: day(dayInTbilisi(instant)),
        time: TIMES.get(locale)?.format(instant) ?? '',
      }),
    language: language => LANGUAGES.get(locale)?.of(language) ?? language,
  }
}

export const wordingIn = async (locale: Locale): Promise<Wording> =>
  wordingOf(
    locale,
    createTranslator<Messages>({ locale, messages: await messagesIn(locale), timeZone: TIME_ZONE }),
  )
