import { Authored } from '#components/text/authored.tsx'
import type { ChecklistView, WorkstreamView } from '#features/checklist/checklist-model.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'

/** A workstream by number and title, leading to its page. */
export function WorkstreamTitle(props: {
  page: PageContext
  checklist: ChecklistView
  workstream: WorkstreamView
}) {
  const { page, checklist, workstream } = props
  return (
    <a href={pageHref(page, `/docs/${checklist.document.path}/${workstream.number}`)}>
      {workstream.number}. <Authored text={workstream.title} locale={page.locale} />
    </a>
  )
}
