import { openAdminPage } from '#app/open-admin-page.ts'
import { IngestsView } from '#components/admin/ingests-view.tsx'
import { Problem } from '#components/shell/problem.tsx'
import { Shell } from '#components/shell/shell.tsx'
import { readIngests } from '#features/portal/ingests-queries.ts'

/** Ingests of one page. */
const LISTED = 50
/** Documents, and runs, that each of them names. */
const NAMED = 12

/** What was taken into the portal, and when. */
export default async function IngestsPage(props: PageProps<'/[locale]/ingests'>) {
  const opened = await openAdminPage(props, '/ingests')
  if (opened.problem) return <Problem page={opened.page} problem={opened.problem} />
  const { page, number } = opened
  const listed = await readIngests(page.locale, page.asOf, {
    page: number,
    length: LISTED,
    named: NAMED,
  })
  if (number > 1 && listed.steps.length === 0) return <Problem page={page} problem="not-found" />
  return (
    <Shell page={page}>
      <IngestsView page={page} listed={listed} number={number} />
    </Shell>
  )
}
