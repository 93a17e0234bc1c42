import type { Transaction } from '#features/ingest/database-ingest.ts'
import { keyOf, type LineRow, lineRowsOf, type ProjectedNote } from '#features/ingest/line-row-rules.ts'
import type { ProjectedDocument } from '#features/ingest/projection-model.ts'

const CHUNK = 1000

/** Corrects what of lines follows from others: when they were first committed, their ranks, what readers call them. */
const writeMoved = (transaction: Transaction, lines: readonly LineRow[]): Promise<number> =>
  transaction.$executeRaw`
    UPDATE ledger_line l SET entered_at = e.entered_at, shown_hash = e.shown_hash, rank = e.rank
    FROM unnest(
      ${lines.map(line => line.documentPath)}::text[],
      ${lines.map(line => line.hash)}::text[],
      ${lines.map(line => line.enteredAt?.toISOString() ?? null)}::timestamptz[],
      ${lines.map(line => line.shownHash)}::text[],
      ${lines.map(line => line.rank)}::int[]
    ) AS e (document_path, hash, entered_at, shown_hash, rank)
    WHERE l.document_path = e.document_path AND l.hash = e.hash`

const stateOf = ({ enteredAt, shownHash, rank }: Pick<LineRow, 'enteredAt' | 'shownHash' | 'rank'>) =>
  `${enteredAt?.getTime()} ${shownHash} ${rank}`

/** Adds lines with their words. */
async function addLines(
  transaction: Transaction,
  chunk: readonly { row: LineRow; note: ProjectedNote | null }[],
): Promise<void> {
  const added = await transaction.ledgerLine.createManyAndReturn({
    data: chunk.map(({ row }) => row),
    select: { line: true, documentPath: true, hash: true },
  })
  const noteOf = new Map(chunk.map(({ row, note }) => [keyOf(row), note]))
  const notes = added.flatMap(row => {
    const note = noteOf.get(keyOf(row))
    return note ? [{ ...note, line: row.line }] : []
  })
  if (notes.length > 0) await transaction.ledgerNote.createMany({ data: notes })
}

/** Adds the ledger lines that the database lacks, and brings those it has in line. Returns how many of each there were. */
export async function writeLines(
  transaction: Transaction,
  documents: readonly ProjectedDocument[],
): Promise<{ added: number; moved: number }> {
  const rows = await transaction.ledgerLine.findMany({
    select: { documentPath: true, hash: true, enteredAt: true, shownHash: true, rank: true },
  })
  const known = new Map(rows.map(row => [keyOf(row), stateOf(row)]))
  const wanted = documents.flatMap(lineRowsOf)
  const added = wanted.filter(({ row }) => !known.has(keyOf(row)))
  const moved = wanted
    .map(({ row }) => row)
    .filter(row => known.has(keyOf(row)) && known.get(keyOf(row)) !== stateOf(row))
  for (let start = 0; start < added.length; start += CHUNK) {
    await addLines(transaction, added.slice(start, start + CHUNK))
  }
  return { added: added.length, moved: moved.length > 0 ? await writeMoved(transaction, moved) : 0 }
}
