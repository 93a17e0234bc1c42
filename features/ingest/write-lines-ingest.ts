import type { Transaction } from '#features/ingest/database-ingest.ts'
import type { ProjectedDocument } from '#features/ingest/projection-model.ts'

const CHUNK = 1000

const keyOf = ({ documentPath, hash }: { documentPath: string; hash: string }) => `${documentPath} ${hash}`

type Line = ReturnType<typeof rowsOf>[number]

const rowsOf = ({ path, class: kind, lines }: ProjectedDocument) =>
  lines.map(line => ({
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
    enteredAt: line.enteredAt === null ? null : new Date(line.enteredAt),
    class: kind,
  }))

/** Corrects when lines were first committed: a commit may have come since, or history may be another. */
const writeEntered = (transaction: Transaction, lines: readonly Line[]): Promise<number> =>
  transaction.$executeRaw`
    UPDATE ledger_line l SET entered_at = e.entered_at
    FROM unnest(
      ${lines.map(line => line.documentPath)}::text[],
      ${lines.map(line => line.hash)}::text[],
      ${lines.map(line => line.enteredAt?.toISOString() ?? null)}::timestamptz[]
    ) AS e (document_path, hash, entered_at)
    WHERE l.document_path = e.document_path AND l.hash = e.hash`

/** Adds the ledger lines that the database lacks, and when each was first committed. Returns how many rows it changed. */
export async function writeLines(
  transaction: Transaction,
  documents: readonly ProjectedDocument[],
): Promise<number> {
  const rows = await transaction.ledgerLine.findMany({
    select: { documentPath: true, hash: true, enteredAt: true },
  })
  const known = new Map(rows.map(row => [keyOf(row), row.enteredAt?.getTime()]))
  const wanted = documents.flatMap(rowsOf)
  const added = wanted.filter(line => !known.has(keyOf(line)))
  const moved = wanted.filter(
    line => known.has(keyOf(line)) && known.get(keyOf(line)) !== line.enteredAt?.getTime(),
  )
  for (let start = 0; start < added.length; start += CHUNK) {
    await transaction.ledgerLine.createMany({ data: added.slice(start, start + CHUNK) })
  }
  return added.length + (moved.length > 0 ? await writeEntered(transaction, moved) : 0)
}
