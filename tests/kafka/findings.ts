import pg from 'pg'
import type { ToldRun } from '#features/evidence/told-run-model.ts'
import { tellRuns } from '#features/evidence/told-runs-queries.ts'
import { ingest } from '#features/ingest/ingest.ts'
import { ContentFolder, checklist, ROWS } from '#tests/integration/content-folder.ts'
import { createTestDatabase, type TestDatabase } from '#tests/integration/database.ts'

/** What each check found in a run. */
export type Findings = Readonly<Record<string, string>>

/**
 * Takes the bundles of a folder in, as the portal does, into a database of their own.
 * @returns what was read from that
 * @throws {Error} where a bundle is refused
 */
async function ingested<T>(
  evidenceFolder: string,
  read: (database: TestDatabase) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const content = new ContentFolder()
  content.write('80_chain/checklist/en.md', checklist(ROWS))
  const database = await createTestDatabase()
  try {
    const { diagnostics } = await ingest({
      contentFolder: content.folder,
      evidenceFolder,
      databaseUrl: database.writeUrl,
      now: new Date(),
      onProgress: () => {},
    })
    const wrong = diagnostics.filter(({ severity }) => severity === 'error')
    if (wrong.length > 0) throw new Error(JSON.stringify(wrong, null, 2))
    const found = await read(database)
    if (found.length === 0) throw new Error('There was no bundle to judge.')
    return found
  } finally {
    await database.drop()
    content.remove()
  }
}

/**
 * What each check that judges one run finds in the bundles of a folder.
 * @returns by run; never empty
 * @throws {Error} where one of them is refused
 */
export async function judge(evidenceFolder: string): Promise<Readonly<Record<string, Findings>>> {
  const rows = await ingested(evidenceFolder, database =>
    database.query<{ run_id: string; check: string; finding: string }>(
      'SELECT r.run_id, f.check, f.finding FROM evidence_finding f JOIN evidence_run r ON r.id = f.run',
    ),
  )
  const runs: Record<string, Record<string, string>> = {}
  for (const { run_id, check, finding } of rows) {
    const findings = runs[run_id] ?? {}
    findings[check] = finding
    runs[run_id] = findings
  }
  return runs
}

/** The runs of the bundles of a folder as the portal tells of them, the newest first, held against one another. */
export const tell = (evidenceFolder: string): Promise<readonly ToldRun[]> =>
  ingested(evidenceFolder, async ({ writeUrl }) => {
    const client = new pg.Client({ connectionString: writeUrl })
    await client.connect()
    try {
      return await tellRuns(client)
    } finally {
      await client.end()
    }
  })

/** The checks of a run with a finding, in the order of their names. */
export const checksThat = (
  finding: 'passed' | 'failed' | 'warned' | 'not-run',
  findings: Findings,
): string[] =>
  Object.keys(findings)
    .filter(check => findings[check] === finding)
    .sort()
