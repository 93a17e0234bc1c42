import type { Transaction } from '#features/ingest/database-ingest.ts'
import {
  type NewRevision,
  partRowsOf,
  revisionKey,
  sectionRowsOf,
  trackerRowsOf,
} from '#features/ingest/revision-row-rules.ts'

/** Texts are large; so many go to the server at once. */
const CHUNK = 50

/** Adds revisions, their tracker rows, their sections and their parts. Returns their ids by key, and how many rows there are. */
export async function writeRevisions(
  transaction: Transaction,
  revisions: readonly NewRevision[],
): Promise<{ ids: Map<string, number>; changed: number }> {
  const ids = new Map<string, number>()
  let changed = 0
  for (let start = 0; start < revisions.length; start += CHUNK) {
    const chunk = revisions.slice(start, start + CHUNK)
    const rows = await transaction.textRevision.createManyAndReturn({
      data: chunk.map(({ row }) => row),
      select: { id: true, documentPath: true, locale: true, recordedAt: true, hash: true, commit: true },
    })
    for (const row of rows) ids.set(revisionKey(row), row.id)
    const sections = chunk.flatMap(({ key, row, sections: own }) =>
      sectionRowsOf({ ...row, id: ids.get(key) ?? 0 }, own),
    )
    const trackerRows = chunk.flatMap(({ key, row, tracker }) =>
      trackerRowsOf({ ...row, id: ids.get(key) ?? 0 }, tracker),
    )
    const parts = chunk.flatMap(({ key, row, parts: own }) =>
      partRowsOf({ ...row, id: ids.get(key) ?? 0 }, own),
    )
    if (trackerRows.length > 0) await transaction.trackerRow.createMany({ data: trackerRows })
    if (sections.length > 0) await transaction.textSection.createMany({ data: sections })
    if (parts.length > 0) await transaction.textPart.createMany({ data: parts })
    changed += rows.length + trackerRows.length + sections.length + parts.length
  }
  return { ids, changed }
}
