import { printDiagnostics } from '#cli/content/print-diagnostics.ts'
import type { ReadContent } from '#features/document/content-ingest.ts'
import type { ReadDocument } from '#features/document/read-model.ts'
import { Failure } from '#scripts/failure.js'

/**
 * The checklist of a path or, where none is named, the one that the portal shows first.
 * @throws {Failure} where there is no such checklist, or where what cannot be read leaves open which one is the first
 */
export function chooseChecklist(
  { categories, documents, paths, diagnostics }: Omit<ReadContent, 'place'>,
  path: string | undefined,
): ReadDocument {
  if (path === undefined && (categories === null || documents.length < paths.size)) {
    printDiagnostics(diagnostics.filter(found => found.severity === 'error'))
    throw new Failure(
      'Which checklist is the first cannot be told: the content has errors.',
      'Mend them, or name the checklist with --document.',
    )
  }
  const order = (categories ?? []).map(category => category.code)
  const position = ({ found }: ReadDocument) =>
    order.includes(found.category) ? order.indexOf(found.category) : order.length
  const checklists = documents
    .filter(document => (document.authoritative.rows ?? []).length > 0)
    .toSorted((a, b) => position(a) - position(b))
  const wanted = path === undefined ? checklists[0] : checklists.find(({ found }) => found.path === path)
  if (wanted) return wanted
  const known = checklists.map(({ found }) => found.path).join(', ') || 'none'
  throw new Failure(
    path === undefined ? 'There is no checklist in the content.' : `There is no checklist ${path}.`,
    `Name one with --document; there are: ${known}.`,
  )
}
