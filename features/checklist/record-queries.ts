import { LRUCache } from 'lru-cache'
import { currentScope } from '#features/access/current-scope.ts'
import { inFoldOrder } from '#features/checklist/fold-rules.ts'
import type { RecordedLine } from '#features/checklist/ledger-model.ts'
import { LINE, ledgerLineOf } from '#features/checklist/ledger-rows.ts'
import { viewDatabase } from '#prisma/view-client.ts'

/** Lines of all ledgers that are remembered together. */
const REMEMBERED = 200_000

const known = new LRUCache<string, readonly RecordedLine[]>({
  maxSize: REMEMBERED,
  sizeCalculation: lines => lines.length + 1,
})

/**
 * Every line of a document's ledger, in the order of the fold; none where it has no ledger. They are read once a
 * content revision and scope, because every page of a checklist folds them and a ledger only grows.
 */
export async function readLedger(documentPath: string): Promise<readonly RecordedLine[]> {
  const where = { id: 1 }
  const [scope, database] = [await currentScope(), await viewDatabase()]
  const { revision } = await database.portal.findUniqueOrThrow({ where })
  const remembered = known.get(`${scope} ${revision} ${documentPath}`)
  if (remembered) return remembered
  // One snapshot: lines of a later revision must not be remembered under the name of an earlier one.
  const [portal, rows] = await database.$transaction(
    [
      database.portal.findUniqueOrThrow({ where }),
      database.ledgerLine.findMany({ where: { documentPath }, ...LINE }),
    ],
    { isolationLevel: 'RepeatableRead' },
  )
  const lines = inFoldOrder(rows.map(ledgerLineOf))
  known.set(`${scope} ${portal.revision} ${documentPath}`, lines)
  return lines
}
