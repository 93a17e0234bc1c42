import { editDistance, forgiven, nearSpellings } from '#features/search/edit-distance-rules.ts'
import { wordTable } from '#features/search/scope-tables-queries.ts'
import { viewDatabase } from '#prisma/view-client.ts'

/** Keys looked for in place of one that nothing has. */
const MOST = 4
/** Keys that a word may be the beginning of. */
const MOST_BEGUN = 12

/** Which of some keys any text has. */
export async function readKnownKeys(keys: readonly string[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set()
  const rows = await (await viewDatabase()).$queryRaw<{ key: string }[]>`
    SELECT key FROM ${await wordTable()} WHERE key = ANY (${keys}::text[])`
  return new Set(rows.map(({ key }) => key))
}

interface Near {
  readonly key: string
  readonly texts: number
}

const readAlike = async (key: string): Promise<Near[]> => (await viewDatabase()).$queryRaw<Near[]>`
  (SELECT key, sum(texts)::int AS texts FROM ${await wordTable()} WHERE key % ${key} GROUP BY key
    ORDER BY similarity(key, ${key}) DESC, key LIMIT 20)
  UNION
  SELECT key, sum(texts)::int AS texts FROM ${await wordTable()} WHERE key = ANY (${nearSpellings(key)}::text[])
  GROUP BY key`

const readBegun = async (key: string): Promise<Near[]> => (await viewDatabase()).$queryRaw<Near[]>`
  SELECT key, sum(texts)::int AS texts FROM ${await wordTable()}
  WHERE key LIKE ${`${key.replace(/[\\%_]/g, sign => `\\${sign}`)}%`}
  GROUP BY key ORDER BY texts DESC, key LIMIT ${MOST_BEGUN}`

/**
 * Keys that texts have, for one that none has: those which it begins, else those which differ least from it, the ones of
 * most texts first.
 */
export async function readNearKeys(key: string): Promise<string[]> {
  if (key.length < 3) return []
  const begun = await readBegun(key)
  if (begun.length > 0) return begun.map(near => near.key)
  const alike = (await readAlike(key)).map(near => ({ ...near, distance: editDistance(near.key, key) }))
  const closest = Math.min(...alike.map(({ distance }) => distance))
  if (closest > forgiven(key.length)) return []
  return alike
    .filter(({ distance }) => distance === closest)
    .toSorted((a, b) => b.texts - a.texts || (a.key < b.key ? -1 : 1))
    .slice(0, MOST)
    .map(near => near.key)
}
