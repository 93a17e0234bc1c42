import { useTranslations } from 'next-intl'
import { WithheldPlaces } from '#components/library/withheld-places.tsx'
import { NothingFound } from '#components/search/nothing-found.tsx'
import { PageLinks } from '#components/search/page-links.tsx'
import { SearchEntry } from '#components/search/search-entry.tsx'
import { SearchForm } from '#components/search/search-form.tsx'
import { SearchNotes } from '#components/search/search-notes.tsx'
import type { Category } from '#features/document/document-view-model.ts'
import type { PageContext } from '#features/portal/page-model.ts'
import { type AskedSearch, PAGE_LENGTH } from '#features/search/search-model.ts'

interface SearchViewProps {
  readonly page: PageContext
  readonly asked: AskedSearch
  readonly categories: readonly Category[]
}

/** The search page: what is asked, and what was found. */
export function SearchView({ page, asked: { wish, found, withheld }, categories }: SearchViewProps) {
  const t = useTranslations('search')
  return (
    <>
      <h1 className="text-title">{t('title')}</h1>
      <p className="mt-2 max-w-prose text-muted">{t('hint')}</p>
      <SearchForm page={page} wish={wish} categories={categories} />
      {found && (
        <section className="mt-8" aria-labelledby="results">
          <h2 id="results" className="text-section wrap-anywhere">
            {t('count', { count: found.total, query: wish.text })}
          </h2>
          <SearchNotes found={found} />
          {found.total === 0 && <NothingFound page={page} wish={wish} />}
          <ol className="mt-4" start={(wish.page - 1) * PAGE_LENGTH + 1}>
            {found.items.map(item => (
              <SearchEntry key={item.kind + item.path + item.number} page={page} item={item} />
            ))}
          </ol>
          <WithheldPlaces lead={t('withheld')} withheld={withheld} />
          {(found.pages > 1 || wish.page > 1) && <PageLinks page={page} wish={wish} pages={found.pages} />}
        </section>
      )}
    </>
  )
}
