import { withConnection } from '#cli/database/connect.ts'

/** The content revision that the database holds; null: none has been ingested. */
export async function servedRevision(writeUrl: string): Promise<string | null> {
  const ask = 'SELECT revision FROM public.portal'
  const { rows } = await withConnection(writeUrl, client => client.query<{ revision: string }>(ask))
  return rows[0]?.revision ?? null
}
