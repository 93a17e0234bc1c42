import { locale as rootLocale } from 'next/root-params'
import { getRequestConfig } from 'next-intl/server'
import { TIME_ZONE } from '#features/checklist/calendar-model.ts'
import { AUTHORITATIVE_LOCALE, isLocale } from '#features/localization/locale-model.ts'
import { messagesIn } from '#features/localization/messages.ts'

/** next-intl's configuration of one request: the address names the language, the calendar is Tbilisi's. */
export default getRequestConfig(async ({ locale: asked }) => {
  const named = asked ?? (await rootLocale())
  const locale = named && isLocale(named) ? named : AUTHORITATIVE_LOCALE
  return { locale, messages: await messagesIn(locale), timeZone: TIME_ZONE }
})
