import type { ChecklistView, WorkstreamView } from '#features/checklist/checklist-model.ts'
import { viewOf } from '#features/checklist/checklist-queries.ts'
import { readDocument } from '#features/document/document-queries.ts'
import type { DocumentView } from '#features/document/document-view-model.ts'
import type { Locale } from '#features/localization/locale-model.ts'
import type { AsOf } from '#features/portal/portal-model.ts'

/** What an address below `/docs/` leads to. */
export type Place =
  | { readonly kind: 'document'; readonly document: DocumentView; readonly checklist: ChecklistView | null }
  | { readonly kind: 'workstream'; readonly checklist: ChecklistView; readonly workstream: WorkstreamView }

/** The document of that path; else, where the last part is a number, that workstream of the checklist above it. */
export async function readPlace(
  path: string,
  locale: Locale,
  asOf: AsOf,
): Promise<Place | 'no-record-yet' | null> {
  const document = await readDocument(path, locale, asOf)
  if (document) return documentPlace(document, locale, asOf)
  const [, parent, number] = /^(.+)\/([1-9]\d{0,2})$/.exec(path) ?? []
  const above = parent === undefined ? null : await readDocument(parent, locale, asOf)
  if (!above?.isChecklist) return null
  const checklist = await viewOf(above, locale, asOf)
  if (checklist === 'no-record-yet') return checklist
  const workstream = checklist.workstreams.find(candidate => candidate.number === Number(number))
  return workstream ? { kind: 'workstream', checklist, workstream } : null
}

async function documentPlace(
  document: DocumentView,
  locale: Locale,
  asOf: AsOf,
): Promise<Place | 'no-record-yet'> {
  if (!document.isChecklist)
    return document.recordedSince > asOf.day
      ? 'no-record-yet'
      : { kind: 'document', document, checklist: null }
  const checklist = await viewOf(document, locale, asOf)
  return checklist === 'no-record-yet' ? checklist : { kind: 'document', document, checklist }
}
