import { useTranslations } from 'next-intl'
import type { PageContext } from '#features/portal/page-model.ts'

/** Asks for words anywhere in the portal, from any page: a plain GET form that keeps the day of the page. */
export function SearchField({ page }: { page: PageContext }) {
  const t = useTranslations('search')
  return (
    <search className="print:hidden">
      <form method="get" action={`/${page.locale}/search`} className="flex border border-muted">
        {!page.asOf.isToday && <input type="hidden" name="asOf" value={page.asOf.day} />}
        <label className="flex">
          <span className="sr-only">{t('label')}</span>
          <input
            type="search"
            name="q"
            dir="auto"
            autoComplete="off"
            className="min-h-9 w-24 min-w-0 bg-paper px-2 text-small text-ink sm:w-56"
          />
        </label>
        <button type="submit" className="min-h-9 min-w-9 cursor-pointer border-s border-muted px-2 text-ink">
          <Lens />
          <span className="sr-only">{t('submit')}</span>
        </button>
      </form>
    </search>
  )
}

const Lens = () => (
  <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true" fill="none" stroke="currentColor">
    <circle cx="7.5" cy="7.5" r="5" />
    <path d="M11.2 11.2L16 16" />
  </svg>
)
