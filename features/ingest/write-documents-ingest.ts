import { isDeepStrictEqual } from 'node:util'
import type { Transaction } from '#features/ingest/database-ingest.ts'
import type { ProjectedDocument } from '#features/ingest/projection-model.ts'

/** The class of a document, on every row that is the document's: the database decides by it who sees the row. */
async function writeClass(
  transaction: Transaction,
  { path, class: wanted }: ProjectedDocument,
): Promise<number> {
  const change = { where: { documentPath: path, class: { not: wanted } }, data: { class: wanted } }
  const written = [
    await transaction.textRevision.updateMany(change),
    await transaction.currentText.updateMany(change),
    await transaction.workstream.updateMany(change),
    await transaction.trackerRow.updateMany(change),
    await transaction.ledgerLine.updateMany(change),
  ]
  return written.reduce((sum, { count }) => sum + count, 0)
}

/** Brings the documents in line. Those that are gone keep their rows, as their history does. */
export async function writeDocuments(
  transaction: Transaction,
  documents: readonly ProjectedDocument[],
): Promise<number> {
  const rows = await transaction.document.findMany()
  const rowOf = new Map(rows.map(row => [row.path, row]))
  let changed = 0
  for (const document of documents) {
    const { path, categoryCode, position, sourceLocale, legacySlug, class: kind } = document
    const wanted = { path, categoryCode, position, sourceLocale, legacySlug, class: kind }
    const row = rowOf.get(document.path)
    if (row && isDeepStrictEqual({ ...row }, { ...wanted })) continue
    await transaction.document.upsert({ where: { path: document.path }, create: wanted, update: wanted })
    changed += 1
    if (row && row.class !== document.class) changed += await writeClass(transaction, document)
  }
  return changed
}
