import { openPage } from '#app/open-page.ts'
import { DayChoice } from '#components/shell/day-choice.tsx'
import { Problem } from '#components/shell/problem.tsx'
import { Shell } from '#components/shell/shell.tsx'
import type { Reader } from '#features/access/reader-model.ts'
import { readWorkstreamAddresses } from '#features/checklist/checklist-queries.ts'
import { hasDocument } from '#features/document/document-queries.ts'
import { isEvidencePage } from '#features/evidence/run-paths-queries.ts'
import { ADMIN_PATHS, ASIDE_PATHS, PART_PATHS } from '#features/portal/part-model.ts'

/**
 * Where the day of another page is chosen. A page of its own: a date field makes browsers lay a page out before its
 * styles have come, and every page would begin a third later (docs/decisions/0014).
 */
export default async function DayPage(props: PageProps<'/[locale]/as-of/[[...path]]'>) {
  const { path = [] } = await props.params
  const target = path.map(part => `/${part}`).join('')
  const { page, problem } = await openPage(props, `/as-of${target}`)
  if (problem) return <Problem page={page} problem={problem} />
  if (!(await isPage(target, page.reader))) return <Problem page={page} problem="not-found" />
  return (
    <Shell page={page}>
      <DayChoice page={page} target={target} />
    </Shell>
  )
}

/** Whether there is a page at an address without the language that can be shown as of another day. */
async function isPage(path: string, reader: Reader | null): Promise<boolean> {
  if (PART_PATHS.includes(path) || ASIDE_PATHS.includes(path)) return true
  if (ADMIN_PATHS.includes(path)) return reader?.scope === 'admin'
  if (path.startsWith('/evidence/')) return isEvidencePage(path, new Date())
  const [, place] = /^\/(?:docs|compare)\/(.+)$/.exec(path) ?? []
  if (place === undefined) return false
  return (await hasDocument(place)) || (await readWorkstreamAddresses()).includes(place)
}
