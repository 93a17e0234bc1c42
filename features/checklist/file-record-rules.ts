import { isRole } from '#features/access/role-model.ts'
import { impliedBaseline } from '#features/checklist/baseline-rules.ts'
import { inFoldOrder } from '#features/checklist/fold-rules.ts'
import type { RecordedLine } from '#features/checklist/ledger-model.ts'
import type { CategoryPolicy } from '#features/document/category-model.ts'
import type { ReadDocument } from '#features/document/read-model.ts'

/**
 * The ledger of a document as its files have it, in the order of the fold; the implied baseline where it has none.
 * @returns empty where there is no ledger and no last review to date a baseline by
 */
export function recordOf(
  { authoritative, lines }: ReadDocument,
  category: CategoryPolicy | undefined,
): RecordedLine[] {
  const { lastReviewDate, ownerRole } = authoritative.facts.metadata
  const owner = [ownerRole ?? '', category?.ownerRole ?? ''].find(isRole) ?? 'DOCUMENT_CUSTODIAN'
  const implied = () =>
    lastReviewDate ? impliedBaseline(authoritative.rows ?? [], lastReviewDate, owner) : []
  const known = lines.length > 0 ? lines.map(({ line: _, ...line }) => line) : implied()
  return inFoldOrder(known.map(line => ({ ...line, enteredAt: null })))
}
