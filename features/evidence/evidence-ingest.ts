import pg from 'pg'
import { type Diagnostic, hasErrors } from '#features/diagnostic/diagnostic-model.ts'
import { ingestBundle } from '#features/evidence/bundle-ingest.ts'
import { findBundles } from '#features/evidence/bundles-ingest.ts'
import { CHECKS_VERSION } from '#features/evidence/checks-version-model.ts'
import { checkEnds } from '#features/evidence/future-rules.ts'
import type { IngestedRun, StandingEvidence } from '#features/evidence/ingested-run-model.ts'
import { readIngestedRuns } from '#features/evidence/ingested-runs-ingest.ts'
import { judgeIngestedRun } from '#features/evidence/judge-ingest.ts'
import { checkTogether, reportGone } from '#features/evidence/standing-rules.ts'

/** Until PostgreSQL knows how many records there are, it reads thousands of them for a page of fifty. */
const ANALYZE = 'ANALYZE evidence_run, evidence_file, evidence_lane, evidence_record'

/** Any number but that of other ingests: only one takes evidence in at a time. */
const LOCK = 7_736_272

export interface EvidenceRequest {
  readonly evidenceFolder: string
  /** The folder as its author knows it. */
  readonly file: string
  /** Address of the login that owns the tables. */
  readonly databaseUrl: string
  readonly now: Date
  readonly onProgress: (note: string) => void
}

/** @param runs those of the folder: one whose bundle has gone decides nothing */
const replayedOf = ({ run }: IngestedRun, runs: ReadonlyMap<string, IngestedRun>): IngestedRun[] =>
  run.replays.flatMap(({ runId }) => runs.get(runId) ?? [])

function isJudged({ judged }: IngestedRun, replayed: readonly IngestedRun[]): boolean {
  if (judged?.checksVersion !== CHECKS_VERSION) return false
  return judged.replayed.join() === replayed.map(({ hash }) => hash).join()
}

async function withLock<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'mza-evidence' })
  // Without a listener a server that goes away would end this process; the next query says what is wrong.
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    return await work(client)
  } finally {
    await client.end()
  }
}

/**
 * Takes the bundles of a folder into the database and judges their runs. A bundle that is in already is not read again;
 * one with a defect is refused whole, and so is then everything. What is in without being shown changes nothing for a
 * reader: which runs are shown is written with the content, in one transaction.
 * @throws {Error} of the database or the disk
 */
export function ingestEvidence({
  evidenceFolder,
  file,
  databaseUrl,
  now,
  onProgress,
}: EvidenceRequest): Promise<{ standing: StandingEvidence[]; diagnostics: Diagnostic[] }> {
  return withLock(databaseUrl, async client => {
    const { bundles, diagnostics } = await findBundles(evidenceFolder, file)
    const before = await readIngestedRuns(client)
    diagnostics.push(...checkTogether(bundles, before), ...checkEnds(bundles, now))
    if (hasErrors(diagnostics)) return { standing: [], diagnostics }
    diagnostics.push(...reportGone([...before.values()], bundles, file))
    for (const bundle of bundles) {
      const { environment, run } = bundle
      if (before.has(run.runId)) continue
      const refused = await ingestBundle(client, bundle, now, records =>
        onProgress(`reading ${environment}/${run.runId}: ${records} records`),
      )
      if (refused) diagnostics.push(refused)
    }
    if (hasErrors(diagnostics)) return { standing: [], diagnostics }
    if (bundles.some(({ run }) => !before.has(run.runId))) await client.query(ANALYZE)
    const runIds = new Set(bundles.map(({ run }) => run.runId))
    const runs = new Map([...(await readIngestedRuns(client))].filter(([runId]) => runIds.has(runId)))
    const standing: StandingEvidence[] = []
    for (const { run, environment } of bundles) {
      const ingested = runs.get(run.runId)
      if (!ingested) continue
      const replayed = replayedOf(ingested, runs)
      const found = isJudged(ingested, replayed)
        ? null
        : await judgeIngestedRun(client, ingested, replayed, records =>
            onProgress(`checking ${environment}/${run.runId}: ${records} records`),
          )
      standing.push({ ...ingested, found, replayed: replayed.map(({ hash }) => hash) })
    }
    return { standing, diagnostics }
  })
}
