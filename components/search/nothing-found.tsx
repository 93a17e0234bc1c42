import { useTranslations } from 'next-intl'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'
import { PARTS } from '#features/portal/part-model.ts'
import type { SearchWish } from '#features/search/search-model.ts'
import { searchQuery } from '#features/search/search-wish-rules.ts'

/** That nothing was found, what was searched, and what else to try. */
export function NothingFound({ page, wish }: { page: PageContext; wish: SearchWish }) {
  const t = useTranslations('search')
  const site = useTranslations('site')
  const isFiltered = wish.category !== null || wish.status !== null || wish.language !== null
  const unfiltered: SearchWish = { text: wish.text, category: null, status: null, language: null, page: 1 }
  return (
    <div className="mt-2 max-w-prose">
      <p>{t('scope')}</p>
      <h3 className="mt-4 font-semibold">{t('suggestions.title')}</h3>
      <ul className="list-disc ps-5">
        <li>{t('suggestions.words')}</li>
        <li>{t('suggestions.codes')}</li>
        {isFiltered && (
          <li>
            <a href={pageHref(page, `/search${searchQuery(unfiltered)}`)}>{t('suggestions.unfiltered')}</a>
          </li>
        )}
        {!page.asOf.isToday && <li>{t('suggestions.day')}</li>}
        {PARTS.map(({ path, name }) => (
          <li key={name}>
            <a href={pageHref(page, path)} className="inline-block py-0.5">
              {site(name)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
