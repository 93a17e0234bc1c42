import { openAdminPage } from '#app/open-admin-page.ts'
import { UpkeepView } from '#components/admin/upkeep-view.tsx'
import { Problem } from '#components/shell/problem.tsx'
import { Shell } from '#components/shell/shell.tsx'
import { readUpkeep } from '#features/upkeep/upkeep-queries.ts'
import { neglectedPage } from '#features/upkeep/upkeep-rules.ts'

/** What documents lack, for those who see to it. */
export default async function UpkeepPage(props: PageProps<'/[locale]/upkeep'>) {
  const opened = await openAdminPage(props, '/upkeep')
  if (opened.problem) return <Problem page={opened.page} problem={opened.problem} />
  const { page, number } = opened
  const upkeep = await readUpkeep(page.locale, page.asOf)
  const listed = neglectedPage(upkeep, number)
  if (!listed) return <Problem page={page} problem="not-found" />
  return (
    <Shell page={page}>
      <UpkeepView page={page} upkeep={upkeep} listed={listed} number={number} />
    </Shell>
  )
}
