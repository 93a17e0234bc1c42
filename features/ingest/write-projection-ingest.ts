import { writeEvidence } from '#features/evidence/write-evidence-ingest.ts'
import { writeGlossary } from '#features/glossary/write-glossary-ingest.ts'
import type { Transaction } from '#features/ingest/database-ingest.ts'
import type { Projection } from '#features/ingest/projection-model.ts'
import { PROJECTION_VERSION, revisionOf } from '#features/ingest/projection-rules.ts'
import { readAgain } from '#features/ingest/read-again-ingest.ts'
import { removeCategories, writeCategories } from '#features/ingest/write-categories-ingest.ts'
import { writeClasses } from '#features/ingest/write-classes-ingest.ts'
import { writeDocumentHashes } from '#features/ingest/write-document-hashes-ingest.ts'
import { writeDocuments } from '#features/ingest/write-documents-ingest.ts'
import { writeLines } from '#features/ingest/write-lines-ingest.ts'
import { writeTexts } from '#features/ingest/write-texts-ingest.ts'
import { writeWithheld } from '#features/ingest/write-withheld-ingest.ts'
import { writeWorkstreams } from '#features/ingest/write-workstreams-ingest.ts'
import { writeSearch } from '#features/search/search-ingest.ts'

/** How much the portal shows. */
export interface Counts {
  readonly documents: number
  readonly texts: number
  readonly lines: number
}

export const countsOf = ({ documents }: Projection): Counts => ({
  documents: documents.length,
  texts: documents.reduce((sum, { texts }) => sum + texts.length, 0),
  lines: documents.reduce((sum, { lines }) => sum + lines.length, 0),
})

/** Writes what differs, and the revision where anything did. */
export async function writeProjection(
  transaction: Transaction,
  projection: Projection,
  now: Date,
): Promise<{ revision: string; changed: boolean }> {
  const { categories, terms, documents, evidence } = projection
  const revision = revisionOf(projection)
  const portal = await transaction.portal.findUnique({ where: { id: 1 } })
  const isOfOther = portal !== null && portal.projectionVersion !== PROJECTION_VERSION
  if (isOfOther) await readAgain(transaction)
  const rows = [
    await writeCategories(transaction, categories),
    await writeGlossary(transaction, terms),
    await writeDocuments(transaction, documents),
    await writeWorkstreams(transaction, documents),
    await writeTexts(transaction, documents, now),
    await writeLines(transaction, documents),
    await writeClasses(transaction),
    await writeDocumentHashes(transaction, documents),
    await writeWithheld(transaction, projection),
    await removeCategories(transaction, categories),
    await writeEvidence(transaction, evidence),
    await writeSearch(transaction),
  ]
  const changed = isOfOther || portal?.revision !== revision || rows.some(count => count > 0)
  if (!changed) return { revision, changed }
  const written = { revision, ingestedAt: now }
  const shown = { ...written, projectionVersion: PROJECTION_VERSION }
  await transaction.portal.upsert({ where: { id: 1 }, create: shown, update: shown })
  await transaction.ingest.create({ data: { ...written, ...countsOf(projection) } })
  return { revision, changed }
}
