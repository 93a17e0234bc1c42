import { useTranslations } from 'next-intl'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'
import type { SearchWish } from '#features/search/search-model.ts'
import { searchQuery } from '#features/search/search-wish-rules.ts'

/** Leads to the pages before and after. */
export function PageLinks({ page, wish, pages }: { page: PageContext; wish: SearchWish; pages: number }) {
  const t = useTranslations('search.pages')
  const href = (number: number) => pageHref(page, `/search${searchQuery({ ...wish, page: number })}`)
  return (
    <nav aria-label={t('label')} className="mt-4 flex flex-wrap gap-x-6 border-t border-line pt-3">
      {wish.page > 1 && (
        <a href={href(wish.page - 1)} rel="prev" className="inline-block py-1">
          {t('previous')}
        </a>
      )}
      <span className="py-1">{t('position', { page: wish.page, pages })}</span>
      {wish.page < pages && (
        <a href={href(wish.page + 1)} rel="next" className="inline-block py-1">
          {t('next')}
        </a>
      )}
    </nav>
  )
}
