import { permanentRedirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { openPage, single } from '#app/open-page.ts'
import { LibraryShelf } from '#components/library/shelf.tsx'
import { OtherForms } from '#components/shell/other-forms.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { Problem } from '#components/shell/problem.tsx'
import { Shell } from '#components/shell/shell.tsx'
import { queryOf } from '#features/api/resource-id-rules.ts'
import { findByLegacySlug, readLibrary } from '#features/document/document-queries.ts'
import { pageHref } from '#features/portal/page-model.ts'

export default async function LibraryPage(props: PageProps<'/[locale]/docs'>) {
  const { page, problem } = await openPage(props, '/docs')
  if (problem) return <Problem page={page} problem={problem} />
  // The older portal addressed a document by this parameter.
  const legacySlug = single((await props.searchParams)['doc'])
  if (legacySlug !== undefined) {
    const path = await findByLegacySlug(legacySlug)
    if (path === null) return <Problem page={page} problem="not-found" />
    permanentRedirect(pageHref(page, `/docs/${path}`))
  }
  const [t, shelves] = await Promise.all([getTranslations('library'), readLibrary(page.locale, page.asOf)])
  return (
    <Shell page={page}>
      <PageHead page={page} title={t('title')} description={t('description')} />
      <h1 className="text-title">{t('title')}</h1>
      <p className="mt-2 text-lead text-muted">{t('description')}</p>
      {shelves.map(shelf => (
        <LibraryShelf key={shelf.category.code} page={page} shelf={shelf} />
      ))}
      <OtherForms page={page} hasList json={`/api/v1/documents?${queryOf(page)}`} />
    </Shell>
  )
}
