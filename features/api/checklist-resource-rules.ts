import type { ChecklistResource } from '#features/api/checklist-resource-model.ts'
import { documentResource } from '#features/api/document-resource-rules.ts'
import type { Wish } from '#features/api/request-rules.ts'
import { workstreamResource } from '#features/api/workstream-resource-rules.ts'
import type { ChecklistView } from '#features/checklist/checklist-model.ts'

type Part<Member extends keyof ChecklistResource> = Pick<ChecklistResource, Member>

/** A checklist as lists of the API show it. */
export const checklistHead = (
  { document, readiness }: ChecklistView,
  wish: Wish,
): Part<'document' | 'readiness'> => ({
  document: documentResource(document, wish),
  readiness: { ...readiness, reasons: readiness.reasons.map(reason => ({ ...reason })) },
})

/** A checklist opened. */
export const checklistBody = (
  checklist: ChecklistView,
  wish: Wish,
): Part<'document' | 'readiness' | 'workstreams'> => ({
  ...checklistHead(checklist, wish),
  workstreams: checklist.workstreams.map(workstream =>
    workstreamResource(workstream, checklist.document.sections, wish.locale),
  ),
})
