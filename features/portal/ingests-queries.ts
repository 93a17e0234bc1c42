import { endOfDay } from '#features/checklist/calendar-rules.ts'
import { type IngestPage, ingestSteps } from '#features/portal/ingest-step-rules.ts'
import type { AsOf } from '#features/portal/portal-model.ts'
import { viewDatabase } from '#prisma/view-client.ts'

/**
 * The ingests up to the end of a day in Tbilisi: a page of so many, the first of them numbered 1. The database shows
 * them to admins alone.
 */
export async function readIngests({ day }: AsOf, page: number, length: number): Promise<IngestPage> {
  const rows = await (await viewDatabase()).ingest.findMany({
    where: { ingestedAt: { lte: endOfDay(day) } },
    orderBy: { id: 'desc' },
    skip: (page - 1) * length,
    // One more than is shown: the last one shown is told by it.
    take: length + 1,
    omit: { id: true },
  })
  const steps = ingestSteps(rows.slice(0, length), rows[length] ?? null)
  return { steps, hasMore: rows.length > length }
}
