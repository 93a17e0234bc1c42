import { endOfDay } from '#features/checklist/calendar-rules.ts'
import { openDocuments } from '#features/document/opened-document-queries.ts'
import type { Locale } from '#features/localization/locale-model.ts'
import { cutChanges } from '#features/portal/cut-changes-rules.ts'
import { type IngestChanges, ingestChangesSchema } from '#features/portal/ingest-changes-model.ts'
import { type IngestPage, ingestSteps } from '#features/portal/ingest-step-rules.ts'
import type { AsOf } from '#features/portal/portal-model.ts'
import { viewDatabase } from '#prisma/view-client.ts'

interface Asked {
  /** The first is 1. */
  readonly page: number
  /** Ingests of a page. */
  readonly length: number
  /** Documents, and runs of each kind, that an ingest is told with by name. */
  readonly named: number
}

/** The ingests up to the end of a day in Tbilisi, a page of them. The database shows them to admins alone. */
export async function readIngests(
  locale: Locale,
  asOf: AsOf,
  { page, length, named }: Asked,
): Promise<IngestPage> {
  const rows = await (await viewDatabase()).ingest.findMany({
    where: { ingestedAt: { lte: endOfDay(asOf.day) } },
    orderBy: { id: 'desc' },
    skip: (page - 1) * length,
    // One more than is shown: the last one shown is told by it.
    take: length + 1,
    omit: { id: true },
  })
  const taken = rows.map(({ changes, ...row }) => ({
    ...row,
    changes: changes === null ? null : cutChanges(ingestChangesSchema.parse(changes), named),
  }))
  const steps = ingestSteps(taken.slice(0, length), taken[length] ?? null)
  const changes = steps.flatMap(step => step.changes ?? [])
  const [titles, shownRuns] = await Promise.all([readTitles(locale, asOf, changes), readShownRuns(changes)])
  return { steps, titles, shownRuns, hasMore: rows.length > length }
}

async function readTitles(
  locale: Locale,
  asOf: AsOf,
  changes: readonly IngestChanges[],
): Promise<IngestPage['titles']> {
  const paths = new Set(changes.flatMap(({ documents }) => documents.named.map(({ path }) => path)))
  const opened = await openDocuments({ path: { in: [...paths] } }, locale, asOf)
  return new Map(opened.map(({ head }) => [head.path, head.title]))
}

async function readShownRuns(changes: readonly IngestChanges[]): Promise<IngestPage['shownRuns']> {
  const named = changes.flatMap(({ runs }) => [...runs.came.named, ...runs.judged.named, ...runs.gone.named])
  const runId = { in: [...new Set(named.map(run => run.runId))] }
  const rows = await (await viewDatabase()).evidenceRun.findMany({
    where: { runId, standing: { isNot: null } },
    select: { runId: true },
  })
  return new Set(rows.map(row => row.runId))
}
