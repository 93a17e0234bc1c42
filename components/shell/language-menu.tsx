import { useTranslations } from 'next-intl'
import { ownName } from '#components/text/language-name.ts'
import { inLanguage } from '#features/localization/direction-rules.ts'
import { LOCALES } from '#features/localization/locale-model.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'

/** Folded, so that a page loads no face for a script that nobody looks at; under a sign that is in no language. */
export function LanguageMenu({ page }: { page: PageContext }) {
  const t = useTranslations('site')
  return (
    <nav aria-label={t('languages')}>
      <details>
        <summary className="ms-auto flex w-fit cursor-pointer list-none items-center gap-x-2 py-1.5">
          <Globe />
          {ownName(page.locale)}
          <span className="sr-only">({t('languages')})</span>
        </summary>
        <ul className="flex flex-wrap justify-end gap-x-5">
          {LOCALES.map(locale => (
            <li key={locale}>
              <a
                href={pageHref({ ...page, locale }, page.path + (page.query ?? ''))}
                hrefLang={locale}
                {...inLanguage(locale)}
                aria-current={locale === page.locale ? 'true' : undefined}
                className="inline-block py-1.5 text-ink no-underline hover:underline aria-[current]:font-semibold aria-[current]:underline"
              >
                {ownName(locale)}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  )
}

const Globe = () => (
  <svg width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true" fill="none" stroke="currentColor">
    <circle r="8" />
    <ellipse rx="3.6" ry="8" />
    <path d="M-8 0H8" />
  </svg>
)
