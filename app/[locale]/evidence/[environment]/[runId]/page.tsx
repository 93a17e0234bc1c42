import { getTranslations } from 'next-intl/server'
import { askedQuery, openPage } from '#app/open-page.ts'
import { RunPageView } from '#components/evidence/run-page-view.tsx'
import { OtherForms } from '#components/shell/other-forms.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { Problem } from '#components/shell/problem.tsx'
import { Shell } from '#components/shell/shell.tsx'
import { queryOf } from '#features/api/resource-id-rules.ts'
import { askedOf, queryText, recordFilterOf } from '#features/evidence/asked-filter-rules.ts'
import { runPath } from '#features/evidence/evidence-address-rules.ts'
import { sightOn } from '#features/evidence/record-sight-rules.ts'
import { readRun, readRuns } from '#features/evidence/runs-queries.ts'
import { readShownRecords } from '#features/evidence/shown-records-queries.ts'
import { isBeyond } from '#features/evidence/withheld-evidence-rules.ts'

type Props = PageProps<'/[locale]/evidence/[environment]/[runId]'>

/** One run, and the records of it that the address chooses. */
export default async function RunPage(props: Props) {
  const { environment, runId } = await props.params
  const { page: opened, problem } = await openPage(props, `/evidence/${environment}/${runId}`)
  if (problem) return <Problem page={opened} problem={problem} />
  const query = await askedQuery(props)
  const asked = askedOf(() => recordFilterOf(query))
  const [t, runs, view] = await Promise.all([
    getTranslations('evidence.one'),
    readRuns(opened.asOf),
    readRun(environment, runId, opened.asOf),
  ])
  if (!view) return <Problem page={opened} problem="not-found" />
  if ('malformed' in asked) return <Problem page={opened} problem="filter-malformed" />
  if (isBeyond(asked, sightOn(opened))) return <Problem page={opened} problem="not-found" />
  const page = { ...opened, query: queryText({ ...asked, after: asked.after || null }) }
  const shown = await readShownRecords(view, runs, asked)
  if (!shown) return <Problem page={opened} problem="not-found" />
  return (
    <Shell page={page}>
      <PageHead page={page} title={t('title', { runId })} description={t('description')} />
      <RunPageView page={page} view={view} runs={runs} shown={shown} />
      <OtherForms
        page={page}
        hasList
        json={`/api/v1${runPath(view.environment, view.run.runId)}?${queryOf(page)}`}
      />
    </Shell>
  )
}
