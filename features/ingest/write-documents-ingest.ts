import { isDeepStrictEqual } from 'node:util'
import type { Transaction } from '#features/ingest/database-ingest.ts'
import type { ProjectedDocument } from '#features/ingest/projection-model.ts'

/** Brings the documents in line. Those that are gone keep their rows, as their history does. */
export async function writeDocuments(
  transaction: Transaction,
  documents: readonly ProjectedDocument[],
): Promise<number> {
  const rows = await transaction.document.findMany()
  const rowOf = new Map(rows.map(row => [row.path, row]))
  let changed = 0
  for (const document of documents) {
    const { texts: _, lines: __, sectionClasses, ...columns } = document
    const wanted = { ...columns, sectionClasses: Object.fromEntries(sectionClasses) }
    const row = rowOf.get(document.path)
    if (row && isDeepStrictEqual({ ...row }, { ...wanted })) continue
    await transaction.document.upsert({ where: { path: document.path }, create: wanted, update: wanted })
    changed += 1
  }
  return changed
}
