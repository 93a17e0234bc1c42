import { useTranslations } from 'next-intl'
import { useDayFormat } from '#components/text/day.tsx'
import type { WeekWindow } from '#features/checklist/friday-grid-model.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'

/** The weeks before and after those of the page. */
export function WeekLinks({ page, window }: { page: PageContext; window: WeekWindow }) {
  const t = useTranslations('friday')
  const formatDay = useDayFormat()
  const links = [
    { to: window.older, words: t('older', { day: window.older ? formatDay(window.older) : '' }) },
    { to: window.newer, words: t('newer', { day: window.newer ? formatDay(window.newer) : '' }) },
  ].filter(({ to }) => to !== null)
  if (links.length === 0) return null
  return (
    <nav aria-label={t('weeks')} className="mt-4 print:hidden">
      <ul className="flex flex-wrap gap-x-6">
        {links.map(({ to, words }) => (
          <li key={to}>
            <a href={pageHref(page, `/friday?to=${to}`)} className="inline-block py-1">
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
