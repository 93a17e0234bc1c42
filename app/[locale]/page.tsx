import { getTranslations } from 'next-intl/server'
import { openPage } from '#app/open-page.ts'
import { ReaderParts } from '#components/front/reader-parts.tsx'
import { WithheldPlaces } from '#components/library/withheld-places.tsx'
import { ReadinessView } from '#components/readiness/readiness-view.tsx'
import { OtherForms } from '#components/shell/other-forms.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { Problem } from '#components/shell/problem.tsx'
import { Shell } from '#components/shell/shell.tsx'
import { linksOf } from '#features/api/resource-id-rules.ts'
import { readFirstChecklist } from '#features/checklist/checklist-queries.ts'
import { readWithheld } from '#features/document/withheld-queries.ts'
import { readReaderParts } from '#features/portal/reader-parts-queries.ts'

export default async function ReadinessPage(props: PageProps<'/[locale]'>) {
  const { page, problem } = await openPage(props, '')
  if (problem) return <Problem page={page} problem={problem} />
  const [t, checklist, parts] = await Promise.all([
    getTranslations(),
    readFirstChecklist(page.locale, page.asOf),
    readReaderParts(page.reader, page.locale, page.asOf),
  ])
  if (checklist === 'no-record-yet') return <Problem page={page} problem={checklist} />
  return (
    <Shell page={page}>
      <PageHead page={page} title={t('readiness.title')} description={t('site.description')} />
      <h1 className="text-title">{t(checklist ? 'readiness.title' : 'readiness.none')}</h1>
      <ReaderParts page={page} parts={parts} />
      {checklist && <ReadinessView page={page} checklist={checklist} />}
      {checklist && <OtherForms page={page} hasList json={linksOf(checklist.document, page).checklist} />}
      {!checklist && <WithheldPlaces lead={t('readiness.withheld')} withheld={await readWithheld()} />}
    </Shell>
  )
}
