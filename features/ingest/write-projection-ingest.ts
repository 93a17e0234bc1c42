import { writeEvidence } from '#features/evidence/write-evidence-ingest.ts'
import { writeGlossary } from '#features/glossary/write-glossary-ingest.ts'
import type { Transaction } from '#features/ingest/database-ingest.ts'
import { ingestChanges } from '#features/ingest/ingest-changes-rules.ts'
import type { Projection } from '#features/ingest/projection-model.ts'
import { PROJECTION_VERSION, revisionOf } from '#features/ingest/projection-rules.ts'
import { readAgain } from '#features/ingest/read-again-ingest.ts'
import { removeCategories, writeCategories } from '#features/ingest/write-categories-ingest.ts'
import { writeClasses } from '#features/ingest/write-classes-ingest.ts'
import { writeDocumentHashes } from '#features/ingest/write-document-hashes-ingest.ts'
import { writeDocuments } from '#features/ingest/write-documents-ingest.ts'
import { writeLines } from '#features/ingest/write-lines-ingest.ts'
import { writeSectionStates } from '#features/ingest/write-section-states-ingest.ts'
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

/** Writes what differs. Returns what an ingest tells of it, and how many rows it changed that are not told one by one. */
async function writeRows(transaction: Transaction, projection: Projection, now: Date) {
  const { categories, terms, documents, evidence } = projection
  const categoryRows = await writeCategories(transaction, categories)
  const termRows = await writeGlossary(transaction, terms)
  const heads = await writeDocuments(transaction, documents)
  const workstreamRows = await writeWorkstreams(transaction, documents)
  const texts = await writeTexts(transaction, documents, now)
  const lines = await writeLines(transaction, documents)
  const derived = [
    await writeClasses(transaction),
    await writeSectionStates(transaction),
    await writeDocumentHashes(transaction, documents),
    await writeWithheld(transaction, projection),
  ]
  const removed = await removeCategories(transaction, categories)
  const runs = await writeEvidence(transaction, evidence)
  const others = [heads.rows, workstreamRows, texts.rows, ...derived, await writeSearch(transaction)]
  const told = {
    categories: categoryRows + removed,
    terms: termRows,
    reclassed: heads.reclassed,
    texts: texts.changes,
    isHistoryOther: texts.isHistoryOther || lines.moved > 0,
    lines: lines.added,
    runs,
  }
  return { told, others: others.reduce((sum, count) => sum + count, 0) }
}

/** Writes what differs, and the revision where anything did. */
export async function writeProjection(
  transaction: Transaction,
  projection: Projection,
  now: Date,
): Promise<{ revision: string; changed: boolean }> {
  const revision = revisionOf(projection)
  const portal = await transaction.portal.findUnique({ where: { id: 1 } })
  const isReadAgain = portal !== null && portal.projectionVersion !== PROJECTION_VERSION
  if (isReadAgain) await readAgain(transaction)
  const { told, others } = await writeRows(transaction, projection, now)
  const changes = ingestChanges({ ...told, isReadAgain })
  const changed = portal?.revision !== revision || others > 0 || !changes.wholes.includes('other')
  if (!changed) return { revision, changed }
  const written = { revision, ingestedAt: now }
  const shown = { ...written, projectionVersion: PROJECTION_VERSION }
  await transaction.portal.upsert({ where: { id: 1 }, create: shown, update: shown })
  await transaction.ingest.create({ data: { ...written, ...countsOf(projection), changes } })
  return { revision, changed }
}
