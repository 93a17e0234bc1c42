import { createTranslator } from 'next-intl'
import { type Day, TIME_ZONE } from '#features/checklist/calendar-model.ts'
import type { Locale, TextLocale } from '#features/localization/locale-model.ts'
import { MESSAGES, type Messages } from '#features/localization/messages.ts'

/** The interface's words where there is no page to say them on: feeds, tables, twins. */
export interface Wording {
  readonly locale: Locale
  readonly t: ReturnType<typeof createTranslator<Messages>>
  /** A calendar day as the language writes it. */
  readonly day: (day: Day) => string
  /** The name of a language in this one. */
  readonly language: (language: TextLocale) => string
}

export async function wordingIn(locale: Locale): Promise<Wording> {
  const t = createTranslator<Messages>({ locale, messages: await MESSAGES[locale](), timeZone: TIME_ZONE })
  const month = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'long' })
  const languages = new Intl.DisplayNames(locale, { type: 'language' })
  return {
    locale,
    t,
    day: day =>
      t('site.date', {
        year: day.slice(0, 4),
        month: month.format(new Date(day)),
        day: String(Number(day.slice(8))),
      }),
    language: language => languages.of(language) ?? language,
  }
}
