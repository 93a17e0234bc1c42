import { openAdminPage } from '#app/open-admin-page.ts'
import { AccessView } from '#components/admin/access-view.tsx'
import { Problem } from '#components/shell/problem.tsx'
import { Shell } from '#components/shell/shell.tsx'
import { readClassCounts } from '#features/access/class-counts-queries.ts'

/** Who may see what, and how much of it there is. */
export default async function AccessPage(props: PageProps<'/[locale]/access'>) {
  const opened = await openAdminPage(props, '/access')
  if (opened.problem) return <Problem page={opened.page} problem={opened.problem} />
  return (
    <Shell page={opened.page}>
      <AccessView page={opened.page} counts={await readClassCounts()} />
    </Shell>
  )
}
