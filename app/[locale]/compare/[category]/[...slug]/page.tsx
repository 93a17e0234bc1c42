import { openPage, single } from '#app/open-page.ts'
import { TextsView } from '#components/compare/texts-view.tsx'
import { OtherForms } from '#components/shell/other-forms.tsx'
import { Problem } from '#components/shell/problem.tsx'
import { Shell } from '#components/shell/shell.tsx'
import { linksOf } from '#features/api/resource-id-rules.ts'
import { readTextComparison } from '#features/document/text-comparison-queries.ts'

type Props = PageProps<'/[locale]/compare/[category]/[...slug]'>

/** A document or a workstream in two languages: `/compare/{category}/{…slug}/{n}?with=ka`. */
export default async function CompareTextsPage(props: Props) {
  const { category, slug } = await props.params
  const path = [category, ...slug].map(decodeURIComponent).join('/')
  const { page: opened, problem } = await openPage(props, `/compare/${path}`)
  if (problem) return <Problem page={opened} problem={problem} />
  const other = single((await props.searchParams)['with'])
  const comparison = await readTextComparison(path, opened.locale, other ?? null, opened.asOf)
  if (!comparison) return <Problem page={opened} problem="not-found" />
  if (comparison === 'no-record-yet') return <Problem page={opened} problem={comparison} />
  const page = other === undefined ? opened : { ...opened, query: `?with=${other}` }
  return (
    <Shell page={page}>
      <TextsView page={page} comparison={comparison} />
      <OtherForms page={page} json={linksOf(comparison.document, page).document} />
    </Shell>
  )
}
