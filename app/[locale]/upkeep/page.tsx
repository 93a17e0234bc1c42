import { openAdminPage } from '#app/open-admin-page.ts'
import { UpkeepView } from '#components/admin/upkeep-view.tsx'
import { Problem } from '#components/shell/problem.tsx'
import { Shell } from '#components/shell/shell.tsx'
import { readUpkeepPage } from '#features/upkeep/neglected-queries.ts'

/** What documents lack, for those who see to it. */
export default async function UpkeepPage(props: PageProps<'/[locale]/upkeep'>) {
  const opened = await openAdminPage(props, '/upkeep')
  if (opened.problem) return <Problem page={opened.page} problem={opened.problem} />
  const { page, number } = opened
  const listed = await readUpkeepPage(page.locale, page.asOf, number)
  if (!listed) return <Problem page={page} problem="not-found" />
  return (
    <Shell page={page}>
      <UpkeepView page={page} listed={listed} number={number} />
    </Shell>
  )
}
