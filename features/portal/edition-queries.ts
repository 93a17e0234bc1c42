import { PART_PATHS } from '#features/portal/part-model.ts'
import { guestPool, pollPool } from '#prisma/view-pool.ts'

/** Which content the portal holds, and since when. */
export interface Content {
  readonly revision: string
  readonly ingestedAt: Date
}

/** The content that the database holds at this moment; null before the first ingest. Throws while it cannot be asked. */
export async function readContent(): Promise<Content | null> {
  const { rows } = await pollPool().query<Content>(
    'SELECT revision, ingested_at AS "ingestedAt" FROM portal WHERE id = 1',
  )
  return rows[0] ?? null
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

/** How the connections that pages read by are used at a moment. */
export interface Connections {
  readonly open: number
  readonly idle: number
  /** Queries that wait for one. */
  readonly waiting: number
}

export function countConnections(): Connections {
  const { totalCount, idleCount, waitingCount } = guestPool()
  return { open: totalCount, idle: idleCount, waiting: waitingCount }
}
