import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { openPage } from '#app/open-page.ts'
import { pageMetadata } from '#app/page-metadata.ts'
import { ReadinessView } from '#components/readiness/readiness-view.tsx'
import { Problem } from '#components/shell/problem.tsx'
import { Shell } from '#components/shell/shell.tsx'
import { readFirstChecklist } from '#features/checklist/checklist-queries.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations()
  return pageMetadata('', t('readiness.title'), t('site.description'))
}

export default async function ReadinessPage(props: PageProps<'/[locale]'>) {
  const { page, problem } = await openPage(props, '')
  if (problem) return <Problem page={page} problem={problem} />
  const t = await getTranslations('readiness')
  const checklist = await readFirstChecklist(page.locale, page.asOf)
  if (checklist === 'no-record-yet') return <Problem page={page} problem={checklist} />
  return (
    <Shell page={page}>
      {checklist ? (
        <ReadinessView page={page} checklist={checklist} />
      ) : (
        <h1 className="text-title">{t('none')}</h1>
      )}
    </Shell>
  )
}
