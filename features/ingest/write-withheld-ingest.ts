import type { Transaction } from '#features/ingest/database-ingest.ts'
import type { Projection } from '#features/ingest/projection-model.ts'
import { withheldOf } from '#features/ingest/projection-rules.ts'

/** Brings the public counts of what is withheld in line. */
export async function writeWithheld(transaction: Transaction, projection: Projection): Promise<number> {
  const wanted = withheldOf(projection)
  const rows = await transaction.withheld.findMany()
  const keyOf = (row: (typeof wanted)[number]) => `${row.place} ${row.kind} ${row.class} ${row.count}`
  const known = new Set(rows.map(keyOf))
  const isSame = rows.length === wanted.length && wanted.every(row => known.has(keyOf(row)))
  if (isSame) return 0
  await transaction.withheld.deleteMany()
  await transaction.withheld.createMany({ data: wanted })
  return Math.max(rows.length, wanted.length)
}
