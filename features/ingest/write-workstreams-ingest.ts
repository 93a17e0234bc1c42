import type { Transaction } from '#features/ingest/database-ingest.ts'
import type { ProjectedDocument } from '#features/ingest/projection-model.ts'

const numbersOf = ({ texts, lines }: ProjectedDocument): Set<number> =>
  new Set([
    ...lines.map(line => line.workstream),
    ...texts.flatMap(({ facts, committed }) =>
      [facts, ...committed.flatMap(revision => revision.facts ?? [])].flatMap(({ tracker }) =>
        tracker.map(row => row.number),
      ),
    ),
  ])

/** Adds the workstreams that a table or a ledger names for the first time. */
export async function writeWorkstreams(
  transaction: Transaction,
  documents: readonly ProjectedDocument[],
): Promise<number> {
  const rows = await transaction.workstream.findMany({ select: { documentPath: true, number: true } })
  const known = new Set(rows.map(row => `${row.documentPath} ${row.number}`))
  const data = documents.flatMap(document =>
    [...numbersOf(document)]
      .filter(number => !known.has(`${document.path} ${number}`))
      .map(number => ({ documentPath: document.path, number, class: document.class })),
  )
  if (data.length === 0) return 0
  const { count } = await transaction.workstream.createMany({ data })
  return count
}
