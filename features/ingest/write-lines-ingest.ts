import type { Transaction } from '#features/ingest/database-ingest.ts'
import type { ProjectedDocument } from '#features/ingest/projection-model.ts'

const CHUNK = 1000

/** Adds the ledger lines that the database lacks. */
export async function writeLines(
  transaction: Transaction,
  documents: readonly ProjectedDocument[],
): Promise<number> {
  const rows = await transaction.ledgerLine.findMany({ select: { documentPath: true, hash: true } })
  const known = new Set(rows.map(row => `${row.documentPath} ${row.hash}`))
  const data = documents.flatMap(({ path, class: kind, lines }) =>
    lines
      .filter(line => !known.has(`${path} ${line.hash}`))
      .map(line => ({
        documentPath: path,
        hash: line.hash,
        recordedAt: new Date(line.recordedAt),
        forFriday: new Date(line.for),
        workstream: line.workstream,
        kind: line.kind,
        status: line.status,
        targetDate: new Date(line.targetDate),
        by: line.by,
        ...(line.note && { note: line.note }),
        ...(line.reason && { reason: line.reason }),
        ...(line.resolution && { resolution: line.resolution }),
        class: kind,
      })),
  )
  for (let start = 0; start < data.length; start += CHUNK) {
    await transaction.ledgerLine.createMany({ data: data.slice(start, start + CHUNK) })
  }
  return data.length
}
