import type { ContentClass } from '#features/access/class-model.ts'
import type { Transaction } from '#features/ingest/database-ingest.ts'

const CHUNK = 1000

/** A revision that belongs to the history of its text. */
export interface Standing {
  readonly textRevisionId: number
  readonly documentPath: string
  readonly locale: string
  readonly isCurrent: boolean
  readonly class: ContentClass
}

/** Brings in line which revisions stand. Returns the rows it removed or added. */
export async function writeStanding(
  transaction: Transaction,
  wanted: readonly Standing[],
): Promise<readonly Pick<Standing, 'documentPath' | 'locale'>[]> {
  const rows = await transaction.standingText.findMany()
  const keyOf = (row: Standing) => `${row.textRevisionId} ${row.isCurrent}`
  const known = new Set(rows.map(keyOf))
  const kept = new Set(wanted.map(keyOf))
  const gone = rows.filter(row => !kept.has(keyOf(row)))
  const lacking = wanted.filter(row => !known.has(keyOf(row)))
  for (let start = 0; start < gone.length; start += CHUNK) {
    const chunk = gone.slice(start, start + CHUNK).map(row => row.textRevisionId)
    await transaction.standingText.deleteMany({ where: { textRevisionId: { in: chunk } } })
  }
  for (let start = 0; start < lacking.length; start += CHUNK) {
    await transaction.standingText.createMany({ data: lacking.slice(start, start + CHUNK) })
  }
  return [...gone, ...lacking]
}
