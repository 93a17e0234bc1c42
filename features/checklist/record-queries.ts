import { inFoldOrder } from '#features/checklist/fold-rules.ts'
import type { RecordedLine } from '#features/checklist/ledger-model.ts'
import { LINE, ledgerLineOf } from '#features/checklist/ledger-rows.ts'
import { createRevisionMemory } from '#prisma/revision-memory.ts'

/** Lines of all ledgers that are remembered together. */
const REMEMBERED = 200_000
const remember = createRevisionMemory<readonly RecordedLine[]>(REMEMBERED, lines => lines.length + 1)

type Row = Parameters<typeof ledgerLineOf>[0]

/**
 * Every line of a document's ledger, in the order of the fold; none where it has no ledger. Remembered, because every page
 * of a checklist folds them and a ledger only grows.
 */
export const readLedger = (documentPath: string): Promise<readonly RecordedLine[]> =>
  remember(documentPath, {
    read: database => [database.ledgerLine.findMany({ where: { documentPath }, ...LINE })],
    of: (rows: Row[]) => inFoldOrder(rows.map(ledgerLineOf)),
  })
