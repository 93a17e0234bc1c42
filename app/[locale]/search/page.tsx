import { getTranslations } from 'next-intl/server'
import { askedQuery, openPage } from '#app/open-page.ts'
import { SearchView } from '#components/search/search-view.tsx'
import { OtherForms } from '#components/shell/other-forms.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { Problem } from '#components/shell/problem.tsx'
import { Shell } from '#components/shell/shell.tsx'
import { queryOf } from '#features/api/resource-id-rules.ts'
import { readCategories } from '#features/document/category-queries.ts'
import { readAskedSearch } from '#features/search/asked-search-queries.ts'
import { searchQuery } from '#features/search/search-wish-rules.ts'

/** What the portal has on what the address asks for. */
export default async function SearchPage(props: PageProps<'/[locale]/search'>) {
  const { page: opened, problem } = await openPage(props, '/search')
  if (problem) return <Problem page={opened} problem={problem} />
  const asked = await readAskedSearch(await askedQuery(props), opened.locale, opened.asOf)
  if ('problem' in asked) return <Problem page={opened} problem={asked.problem} />
  const [t, categories] = await Promise.all([getTranslations('search'), readCategories()])
  const page = { ...opened, query: searchQuery(asked.wish) }
  const title = asked.wish.text === '' ? t('title') : `${asked.wish.text} · ${t('title')}`
  const json = `/api/v1/search?${queryOf(page)}${page.query.replace('?', '&')}`
  return (
    <Shell page={page}>
      <PageHead page={page} title={title} description={t('description')} />
      {/* What is found changes with every word: nothing for other search engines. */}
      <meta name="robots" content="noindex" />
      <SearchView page={page} asked={asked} categories={categories} />
      {asked.found && <OtherForms page={page} hasList json={json} />}
    </Shell>
  )
}
