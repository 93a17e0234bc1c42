import { isDeepStrictEqual } from 'node:util'
import type { ContentClass } from '#features/access/class-model.ts'
import type { Transaction } from '#features/ingest/database-ingest.ts'
import type { ProjectedDocument } from '#features/ingest/projection-model.ts'

const classesOf = (row: { class: ContentClass; noteClass: ContentClass; sectionClasses: unknown }) => [
  row.class,
  row.noteClass,
  row.sectionClasses,
]

/**
 * Brings the documents in line. Those that are gone keep their rows, as their history does.
 * @returns how many rows it changed, and the paths of documents it had whose classes, or those of their parts, are others
 */
export async function writeDocuments(
  transaction: Transaction,
  documents: readonly ProjectedDocument[],
): Promise<{ rows: number; reclassed: string[] }> {
  const rows = await transaction.document.findMany()
  const rowOf = new Map(rows.map(row => [row.path, row]))
  let changed = 0
  const reclassed: string[] = []
  for (const document of documents) {
    const { texts: _, lines: __, sectionClasses, ...columns } = document
    const wanted = { ...columns, sectionClasses: Object.fromEntries(sectionClasses) }
    const row = rowOf.get(document.path)
    if (row && isDeepStrictEqual({ ...row }, { ...wanted })) continue
    await transaction.document.upsert({ where: { path: document.path }, create: wanted, update: wanted })
    changed += 1
    if (row && !isDeepStrictEqual(classesOf(row), classesOf(wanted))) reclassed.push(document.path)
  }
  return { rows: changed, reclassed }
}
