import type { ChecklistResource, ChecklistsResource } from '#features/api/checklist-resource-model.ts'
import { checklistBody, checklistHead } from '#features/api/checklist-resource-rules.ts'
import type { DocumentDetailResource, DocumentsResource } from '#features/api/document-resource-model.ts'
import { documentResource } from '#features/api/document-resource-rules.ts'
import { envelopeOf, withheldResource } from '#features/api/envelope-rules.ts'
import { Refusal } from '#features/api/problem-model.ts'
import type { Wish } from '#features/api/request-rules.ts'
import { pathOf } from '#features/api/resource-id-rules.ts'
import { sectionResources } from '#features/api/section-resource-rules.ts'
import { readChecklist, readChecklistPaths } from '#features/checklist/checklist-queries.ts'
import { readPlace } from '#features/checklist/place-queries.ts'
import { findByDocumentId, hasDocument, readLibrary } from '#features/document/document-queries.ts'
import { readWithheld } from '#features/document/withheld-queries.ts'
import { readPortal } from '#features/portal/portal-queries.ts'

/** Reads what the request of an address asks for, by its id where it has one. Rejects while the database is down. */
export type ReadResource = (wish: Wish, id: string, address: URL) => Promise<object | Refusal>

export const notFound = (what: string, id: string) =>
  new Refusal(
    'not-found',
    `Expected the id of a ${what} that this scope may see, found ${JSON.stringify(id)}.`,
  )

export const noRecordYet = ({ asOf }: Pick<Wish, 'asOf'>) =>
  new Refusal('no-record-yet', `Expected a day on or after the first record, found ${asOf.day}.`)

/** Path of the document that an id means: a path itself, or what calls itself so in its metadata. */
export async function findPath(id: string): Promise<string | null> {
  const path = pathOf(id)
  return (await hasDocument(path)) ? path : findByDocumentId(id)
}

export async function readChecklistsResource(wish: Wish): Promise<ChecklistsResource | Refusal> {
  const [portal, paths, withheld] = await Promise.all([readPortal(), readChecklistPaths(), readWithheld()])
  const found = await Promise.all(paths.map(path => readChecklist(path, wish.locale, wish.asOf)))
  const checklists = found.filter(checklist => checklist !== null)
  const recorded = checklists.filter(checklist => checklist !== 'no-record-yet')
  if (checklists.length > 0 && recorded.length === 0) return noRecordYet(wish)
  return {
    ...envelopeOf(wish, portal),
    checklists: recorded.map(checklist => checklistHead(checklist, wish)),
    withheld: withheld.map(withheldResource),
  }
}

export async function readChecklistResource(wish: Wish, id: string): Promise<ChecklistResource | Refusal> {
  const [portal, path, withheld] = await Promise.all([readPortal(), findPath(id), readWithheld()])
  const checklist = path === null ? null : await readChecklist(path, wish.locale, wish.asOf)
  if (checklist === null) return notFound('checklist', id)
  if (checklist === 'no-record-yet') return noRecordYet(wish)
  const { code } = checklist.document.category
  return {
    ...envelopeOf(wish, portal),
    ...checklistBody(checklist, wish),
    withheld: withheld.filter(({ place }) => place === code).map(withheldResource),
  }
}

export async function readDocumentsResource(wish: Wish): Promise<DocumentsResource> {
  const [portal, shelves] = await Promise.all([readPortal(), readLibrary(wish.locale, wish.asOf)])
  return {
    ...envelopeOf(wish, portal),
    documents: shelves.flatMap(shelf => shelf.documents.map(document => documentResource(document, wish))),
    withheld: shelves.flatMap(shelf => shelf.withheld.map(withheldResource)),
  }
}

export async function readDocumentResource(
  wish: Wish,
  id: string,
): Promise<DocumentDetailResource | Refusal> {
  const [portal, path] = await Promise.all([readPortal(), findPath(id)])
  const place = path === null ? null : await readPlace(path, wish.locale, wish.asOf)
  if (place === 'no-record-yet') return noRecordYet(wish)
  if (place?.kind !== 'document') return notFound('document', id)
  const { document } = place
  return {
    ...envelopeOf(wish, portal),
    document: documentResource(document, wish),
    sections: sectionResources(document.sections),
  }
}
