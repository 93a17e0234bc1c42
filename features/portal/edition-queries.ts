import { PROJECTION_VERSION } from '#features/ingest/projection-rules.ts'
import { PART_PATHS } from '#features/portal/part-model.ts'
import { openPools, pollPool } from '#prisma/view-pool.ts'

/** Which content the portal holds, and since when. */
export interface Content {
  readonly revision: string
  readonly ingestedAt: Date
}

/**
 * The content that the database holds at this moment; null before the first ingest. Throws while it cannot be asked, and
 * while another version of Mza wrote what it holds: rows that this version reads may be missing without a sign.
 */
export async function readContent(): Promise<Content | null> {
  const { rows } = await pollPool().query<Content & { version: number }>(
    'SELECT revision, ingested_at AS "ingestedAt", projection_version AS version FROM portal WHERE id = 1',
  )
  const [found] = rows
  if (!found) return null
  const { version, ...content } = found
  if (version !== PROJECTION_VERSION)
    throw new Error(
      `The content is of projection ${version}, not ${PROJECTION_VERSION}: ingest it with this version.`,
    )
  return content
}

/**
 * Addresses, without the language, of the pages that people decide by: the parts of the portal, and every checklist with
 * its workstreams.
 */
export async function readCorePaths(): Promise<string[]> {
  const { rows } = await pollPool().query<{ path: string; number: number }>(
    `SELECT DISTINCT document_path AS path, number
     FROM tracker_row JOIN standing_text USING (text_revision_id, document_path)
     WHERE is_current ORDER BY 1, 2`,
  )
  const checklists = [...new Set(rows.map(({ path }) => path))]
  const workstreams = rows.map(({ path, number }) => `${path}/${number}`)
  return [...PART_PATHS, ...[...checklists, ...workstreams].map(path => `/docs/${path}`)]
}

/** How the connections to the database are used at a moment: those for pages, for downloads, and that of the gate. */
export interface Connections {
  readonly open: number
  readonly idle: number
  /** Queries that wait for one. */
  readonly waiting: number
}

export function countConnections(): Connections {
  const pools = openPools()
  const sum = (count: (pool: (typeof pools)[number]) => number) =>
    pools.reduce((all, pool) => all + count(pool), 0)
  return {
    open: sum(pool => pool.totalCount),
    idle: sum(pool => pool.idleCount),
    waiting: sum(pool => pool.waitingCount),
  }
}
