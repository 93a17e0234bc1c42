import { redirect } from 'next/navigation'
import { openPage } from '#app/open-page.ts'
import { Problem } from '#components/shell/problem.tsx'
import { readChecklistPaths } from '#features/checklist/checklist-queries.ts'
import { pageHref } from '#features/portal/page-model.ts'

/** The short form for minutes: a workstream of the first checklist by its number. */
export default async function ShortAddress(props: PageProps<'/[locale]/w/[n]'>) {
  const { n } = await props.params
  const { page, problem } = await openPage(props, `/w/${n}`)
  if (problem) return <Problem page={page} problem={problem} />
  const [path] = await readChecklistPaths()
  if (path === undefined || !/^[1-9]\d{0,2}$/.test(n)) return <Problem page={page} problem="not-found" />
  return redirect(pageHref(page, `/docs/${path}/${n}`))
}
