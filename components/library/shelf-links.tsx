import { useTranslations } from 'next-intl'
import { type AskedShelf, shelfQuery } from '#features/document/asked-shelf-rules.ts'
import type { Shelf } from '#features/document/document-view-model.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'

/** Leads to more documents of a category, and back. */
export function ShelfLinks({ page, shelf, asked }: { page: PageContext; shelf: Shelf; asked: AskedShelf }) {
  const t = useTranslations('library.pages')
  const { code } = shelf.category
  const href = (number: number) => pageHref(page, `/docs${shelfQuery({ category: code, page: number })}`)
  const isWhole = asked.category === null
  if (!shelf.hasMore && isWhole) return null
  return (
    <p className="flex flex-wrap gap-x-6 border-t border-line py-3 print:hidden">
      {!isWhole && asked.page > 1 && (
        <a href={href(asked.page - 1)} rel="prev" className="inline-block py-1">
          {t('previous')}
        </a>
      )}
      {shelf.hasMore && (
        <a href={href(isWhole ? 1 : asked.page + 1)} rel="next" className="inline-block py-1">
          {isWhole ? t('all', { category: code }) : t('next')}
        </a>
      )}
      {!isWhole && (
        <a href={pageHref(page, '/docs')} className="inline-block py-1">
          {t('categories')}
        </a>
      )}
    </p>
  )
}
