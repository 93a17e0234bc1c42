import { getTranslations } from 'next-intl/server'
import { askedQuery, openPage } from '#app/open-page.ts'
import { EvidenceView } from '#components/evidence/evidence-view.tsx'
import { OtherForms } from '#components/shell/other-forms.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { Problem } from '#components/shell/problem.tsx'
import { Shell } from '#components/shell/shell.tsx'
import { queryOf } from '#features/api/resource-id-rules.ts'
import { askedOf, queryText, runFilterOf } from '#features/evidence/asked-filter-rules.ts'
import { runsLeft } from '#features/evidence/run-filter-rules.ts'
import { runPage } from '#features/evidence/run-page-rules.ts'
import { readRuns } from '#features/evidence/runs-queries.ts'

/** What evidence shows: every check in every environment, and the runs that the address chooses. */
export default async function EvidencePage(props: PageProps<'/[locale]/evidence'>) {
  const { page: opened, problem } = await openPage(props, '/evidence')
  if (problem) return <Problem page={opened} problem={problem} />
  const query = await askedQuery(props)
  const filter = askedOf(() => runFilterOf(query))
  if ('malformed' in filter) return <Problem page={opened} problem="filter-malformed" />
  const [t, runs] = await Promise.all([getTranslations('evidence'), readRuns(opened.asOf)])
  const listed = runPage(runsLeft(runs, filter), filter.after)
  if (!listed) return <Problem page={opened} problem="not-found" />
  const page = { ...opened, query: queryText(filter) }
  return (
    <Shell page={page}>
      <PageHead page={page} title={t('title')} description={t('description')} />
      <EvidenceView page={page} runs={runs} filter={filter} listed={listed} />
      <OtherForms
        page={page}
        hasList
        json={`/api/v1/evidence?${queryOf(page)}${queryText({ ...filter, after: null }).replace('?', '&')}`}
      />
    </Shell>
  )
}
