import { getTranslations } from 'next-intl/server'
import { askedQuery, openPage } from '#app/open-page.ts'
import { CompareView } from '#components/evidence/compare-view.tsx'
import { OtherForms } from '#components/shell/other-forms.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { Problem } from '#components/shell/problem.tsx'
import { Shell } from '#components/shell/shell.tsx'
import { queryOf } from '#features/api/resource-id-rules.ts'
import { queryText } from '#features/evidence/asked-filter-rules.ts'
import { readComparison } from '#features/evidence/comparison-queries.ts'
import { readRuns } from '#features/evidence/runs-queries.ts'

/** Two runs, or two environments, `?a=dev/smoke-1&b=stage`: by itself, `dev` and `stage`. */
export default async function ComparePage(props: PageProps<'/[locale]/evidence/compare'>) {
  const { page: opened, problem } = await openPage(props, '/evidence/compare')
  if (problem) return <Problem page={opened} problem={problem} />
  const [query, t, runs] = await Promise.all([
    askedQuery(props),
    getTranslations('evidence.compare'),
    readRuns(opened.asOf),
  ])
  const comparison = await readComparison(runs, query)
  if (!comparison) return <Problem page={opened} problem="not-found" />
  const page = { ...opened, query: queryText({ a: query.get('a'), b: query.get('b') }) }
  return (
    <Shell page={page}>
      <PageHead page={page} title={t('title')} description={t('description')} />
      <CompareView page={page} runs={runs} comparison={comparison} />
      <OtherForms
        page={page}
        json={`/api/v1/evidence/compare?${queryOf(page)}${page.query.replace('?', '&')}`}
      />
    </Shell>
  )
}
