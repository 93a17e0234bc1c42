import { getTranslations } from 'next-intl/server'
import { openPage } from '#app/open-page.ts'
import { GlossaryView } from '#components/glossary/glossary-view.tsx'
import { OtherForms } from '#components/shell/other-forms.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { Problem } from '#components/shell/problem.tsx'
import { Shell } from '#components/shell/shell.tsx'
import { queryOf } from '#features/api/resource-id-rules.ts'
import { readTerms } from '#features/glossary/glossary-queries.ts'

/** What the words of the subject mean, and what they are in every language. */
export default async function GlossaryPage(props: PageProps<'/[locale]/glossary'>) {
  const { page, problem } = await openPage(props, '/glossary')
  if (problem) return <Problem page={page} problem={problem} />
  const [t, terms] = await Promise.all([getTranslations('glossary'), readTerms()])
  return (
    <Shell page={page}>
      <PageHead page={page} title={t('title')} description={t('description')} />
      <GlossaryView page={page} terms={terms} />
      <OtherForms page={page} hasList json={`/api/v1/glossary?${queryOf(page)}`} />
    </Shell>
  )
}
