import { permanentRedirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { askedQuery, openPage, single } from '#app/open-page.ts'
import { LibraryShelf } from '#components/library/shelf.tsx'
import { OtherForms } from '#components/shell/other-forms.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { Problem } from '#components/shell/problem.tsx'
import { Shell } from '#components/shell/shell.tsx'
import { queryOf } from '#features/api/resource-id-rules.ts'
import { askedShelf, shelfQuery } from '#features/document/asked-shelf-rules.ts'
import { findByLegacySlug } from '#features/document/document-queries.ts'
import { readShelves } from '#features/document/shelf-queries.ts'
import { pageHref } from '#features/portal/page-model.ts'

export default async function LibraryPage(props: PageProps<'/[locale]/docs'>) {
  const { page: opened, problem } = await openPage(props, '/docs')
  if (problem) return <Problem page={opened} problem={problem} />
  // The older portal addressed a document by this parameter.
  const legacySlug = single((await props.searchParams)['doc'])
  if (legacySlug !== undefined) {
    const path = await findByLegacySlug(legacySlug)
    if (path === null) return <Problem page={opened} problem="not-found" />
    permanentRedirect(pageHref(opened, `/docs/${path}`))
  }
  const asked = askedShelf(await askedQuery(props))
  if (!asked) return <Problem page={opened} problem="filter-malformed" />
  const [t, shelves] = await Promise.all([
    getTranslations('library'),
    readShelves(asked, opened.locale, opened.asOf),
  ])
  if (!shelves) return <Problem page={opened} problem="not-found" />
  const page = { ...opened, query: shelfQuery(asked) }
  return (
    <Shell page={page}>
      <PageHead page={page} title={t('title')} description={t('description')} />
      <h1 className="text-title">{t('title')}</h1>
      <p className="mt-2 text-lead text-muted">{t('description')}</p>
      {shelves.map(shelf => (
        <LibraryShelf key={shelf.category.code} page={page} shelf={shelf} asked={asked} />
      ))}
      <OtherForms page={page} hasList json={`/api/v1/documents?${queryOf(page)}`} />
    </Shell>
  )
}
