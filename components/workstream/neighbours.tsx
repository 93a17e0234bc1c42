import { useTranslations } from 'next-intl'
import { WorkstreamTitle } from '#components/workstream/workstream-title.tsx'
import type { ChecklistView, WorkstreamView } from '#features/checklist/checklist-model.ts'
import type { PageContext } from '#features/portal/page-model.ts'

/** The workstreams before and after one, in the order of the tracker. */
export function Neighbours(props: {
  page: PageContext
  checklist: ChecklistView
  workstream: WorkstreamView
}) {
  const { page, checklist, workstream } = props
  const t = useTranslations('workstream')
  const at = checklist.workstreams.indexOf(workstream)
  const neighbours = [
    { name: t('previous'), workstream: checklist.workstreams[at - 1] },
    { name: t('next'), workstream: checklist.workstreams[at + 1] },
  ]
  return (
    <nav aria-label={t('neighbours')} className="mt-12 border-t border-ink pt-4 print:hidden">
      <ul className="grid gap-4 sm:grid-cols-2">
        {neighbours.map(
          neighbour =>
            neighbour.workstream && (
              <li key={neighbour.name}>
                <span className="block text-small text-muted">{neighbour.name}</span>
                <WorkstreamTitle page={page} checklist={checklist} workstream={neighbour.workstream} />
              </li>
            ),
        )}
      </ul>
    </nav>
  )
}
