import { useTranslations } from 'next-intl'
import { SearchField } from '#components/search/search-field.tsx'
import { Account } from '#components/shell/account.tsx'
import { LanguageMenu } from '#components/shell/language-menu.tsx'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'
import { PARTS } from '#features/portal/part-model.ts'

export function SiteHeader({ page }: { page: PageContext }) {
  const t = useTranslations('site')
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-ink py-3 print:py-1">
      <a href={pageHref(page, '')} className="me-auto py-1 text-lead font-bold text-ink no-underline">
        {t('name')}
      </a>
      {page.path !== '/search' && <SearchField page={page} />}
      <div className="flex flex-wrap items-center gap-x-4 has-[[open]]:basis-full print:hidden">
        <Account page={page} />
        <LanguageMenu page={page} />
      </div>
      <nav aria-label={t('navigation')} className="basis-full print:hidden">
        <ul className="flex flex-wrap gap-x-5">
          {PARTS.map(({ path, name }) => (
            <li key={name}>
              <a
                href={pageHref(page, path)}
                aria-current={page.path === path && !page.isNowhere ? 'page' : undefined}
                className="inline-block py-1.5 text-ink no-underline hover:underline aria-[current=page]:font-semibold aria-[current=page]:underline"
              >
                {t(name)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  )
}
