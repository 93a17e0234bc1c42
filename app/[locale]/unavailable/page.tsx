import { Problem } from '#components/shell/problem.tsx'
import { dayInTbilisi } from '#features/checklist/calendar-rules.ts'
import { AUTHORITATIVE_LOCALE, isLocale } from '#features/localization/locale-model.ts'
import { gateEnvironment } from '#server/env.ts'

/** What the gate shows while the database is down: it touches nothing but the clock. */
export default async function UnavailablePage({ params }: PageProps<'/[locale]/unavailable'>) {
  const { locale } = await params
  return (
    <Problem
      problem="unavailable"
      page={{
        origin: gateEnvironment().origin,
        locale: isLocale(locale) ? locale : AUTHORITATIVE_LOCALE,
        path: '',
        asOf: { day: dayInTbilisi(new Date()), isToday: true },
        portal: null,
      }}
    />
  )
}
