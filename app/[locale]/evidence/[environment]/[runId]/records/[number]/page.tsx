import { getTranslations } from 'next-intl/server'
import { openPage } from '#app/open-page.ts'
import { RecordPageView } from '#components/evidence/record-page-view.tsx'
import { OtherForms } from '#components/shell/other-forms.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { Problem } from '#components/shell/problem.tsx'
import { Shell } from '#components/shell/shell.tsx'
import { queryOf } from '#features/api/resource-id-rules.ts'
import { readRecord } from '#features/evidence/record-queries.ts'
import { readRun } from '#features/evidence/runs-queries.ts'

type Props = PageProps<'/[locale]/evidence/[environment]/[runId]/records/[number]'>

/** One record of a run. */
export default async function RecordPage(props: Props) {
  const { environment, runId, number } = await props.params
  const { page, problem } = await openPage(props, `/evidence/${environment}/${runId}/records/${number}`)
  if (problem) return <Problem page={page} problem={problem} />
  const view = await readRun(environment, runId, page.asOf)
  const found = view && (await readRecord(runId, number))
  if (!view || !found) return <Problem page={page} problem="not-found" />
  const t = await getTranslations('evidence.record')
  return (
    <Shell page={page}>
      <PageHead page={page} title={t('title', { number })} description={t('description')} />
      <RecordPageView page={page} view={view} found={found} />
      <OtherForms page={page} json={`/api/v1${page.path}?${queryOf(page)}`} />
    </Shell>
  )
}
