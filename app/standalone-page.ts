import { whoLooks } from '#app/who-looks.ts'
import { dayInTbilisi } from '#features/checklist/calendar-rules.ts'
import { AUTHORITATIVE_LOCALE, isLocale } from '#features/localization/locale-model.ts'
import type { PageContext } from '#features/portal/page-model.ts'
import { gateEnvironment } from '#server/env.ts'

/** A page that stands in for another while the database is down: it touches nothing but the clock. */
export async function standalonePage(params: Promise<{ locale: string }>): Promise<PageContext> {
  const { locale } = await params
  return {
    origin: gateEnvironment().origin,
    locale: isLocale(locale) ? locale : AUTHORITATIVE_LOCALE,
    path: '',
    address: null,
    isNowhere: true,
    asOf: { day: dayInTbilisi(new Date()), isToday: true },
    portal: null,
    ...(await whoLooks()),
  }
}
