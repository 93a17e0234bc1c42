import { getTranslations } from 'next-intl/server'
import { openPage } from '#app/open-page.ts'
import { ReadinessView } from '#components/readiness/readiness-view.tsx'
import { OtherForms } from '#components/shell/other-forms.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { Problem } from '#components/shell/problem.tsx'
import { Shell } from '#components/shell/shell.tsx'
import { linksOf } from '#features/api/resource-id-rules.ts'
import { readFirstChecklist } from '#features/checklist/checklist-queries.ts'

export default async function ReadinessPage(props: PageProps<'/[locale]'>) {
  const { page, problem } = await openPage(props, '')
  if (problem) return <Problem page={page} problem={problem} />
  const t = await getTranslations()
  const checklist = await readFirstChecklist(page.locale, page.asOf)
  if (checklist === 'no-record-yet') return <Problem page={page} problem={checklist} />
  return (
    <Shell page={page}>
      <PageHead page={page} title={t('readiness.title')} description={t('site.description')} />
      {checklist ? (
        <ReadinessView page={page} checklist={checklist} />
      ) : (
        <h1 className="text-title">{t('readiness.none')}</h1>
      )}
      {checklist && <OtherForms page={page} hasList json={linksOf(checklist.document, page).checklist} />}
    </Shell>
  )
}
