import { LRUCache } from 'lru-cache'
import { inFoldOrder } from '#features/checklist/fold-rules.ts'
import type { RecordedLine } from '#features/checklist/ledger-model.ts'
import { ledgerLineOf } from '#features/checklist/ledger-rows.ts'
import { guestDatabase } from '#prisma/view-client.ts'

/** Lines of all ledgers that are remembered together. */
const REMEMBERED = 200_000

const known = new LRUCache<string, readonly RecordedLine[]>({
  maxSize: REMEMBERED,
  sizeCalculation: lines => lines.length + 1,
})

/**
 * Every line of a document's ledger, in the order of the fold; none where it has no ledger. They are read once a
 * content revision, because every page of a checklist folds them and a ledger only grows.
 */
export async function readLedger(documentPath: string): Promise<readonly RecordedLine[]> {
  const where = { id: 1 }
  const { revision } = await guestDatabase().portal.findUniqueOrThrow({ where })
  const remembered = known.get(`${revision} ${documentPath}`)
  if (remembered) return remembered
  // One snapshot: lines of a later revision must not be remembered under the name of an earlier one.
  const [portal, rows] = await guestDatabase().$transaction(
    [
      guestDatabase().portal.findUniqueOrThrow({ where }),
      guestDatabase().ledgerLine.findMany({ where: { documentPath } }),
    ],
    { isolationLevel: 'RepeatableRead' },
  )
  const lines = inFoldOrder(rows.map(ledgerLineOf))
  known.set(`${portal.revision} ${documentPath}`, lines)
  return lines
}
