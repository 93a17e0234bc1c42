import { useTranslations } from 'next-intl'
import { ownName } from '#components/text/language-name.ts'
import { LOCALES } from '#features/localization/locale-model.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'

export function LanguageMenu({ page }: { page: PageContext }) {
  const t = useTranslations('site')
  return (
    <nav aria-label={t('languages')}>
      <ul className="flex gap-x-4">
        {LOCALES.map(locale => (
          <li key={locale}>
            <a
              href={pageHref({ ...page, locale }, page.path + (page.query ?? ''))}
              lang={locale}
              hrefLang={locale}
              aria-current={locale === page.locale ? 'true' : undefined}
              className="inline-block py-1.5 text-ink no-underline hover:underline aria-[current]:font-semibold aria-[current]:underline"
            >
              {ownName(locale)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
