import fs from 'node:fs'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { formatDiagnostic, hasErrors } from '#features/diagnostic/diagnostic-model.ts'
import { ingestBundle } from '#features/evidence/bundle-ingest.ts'
import { findBundles } from '#features/evidence/bundles-ingest.ts'
import { COPY } from '#features/evidence/copy-records-ingest.ts'
import { PROJECT_CONTENT } from '#tests/bench/portal.ts'

// Run as a program of its own, so that time and memory are those of one way in and of nothing else.
const [, , way = '', databaseUrl = '', source = ''] = process.argv

async function withClient(work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await work(client)
  await client.end()
}

const WAYS: Record<string, () => Promise<void>> = {
  /** Rows as COPY wants them, from a file: nothing is read in them, nothing checked. */
  copy: () =>
    withClient(async client => {
      await client.query('BEGIN')
      await pipeline(fs.createReadStream(source, { highWaterMark: 256 * 1024 }), client.query(copyFrom(COPY)))
      await client.query('COMMIT')
    }),
  /** Every bundle of the folder, without checks. */
  bundles: () =>
    withClient(async client => {
      const { bundles } = await findBundles(source, 'evidence')
      for (const bundle of bundles) {
        const refused = await ingestBundle(client, bundle, new Date(), () => {})
        if (refused) throw new Error(formatDiagnostic(refused))
      }
    }),
  /** All that `mza ingest` does, checks and the project's content included. */
  ingest: async () => {
    const { ingest } = await import('#features/ingest/ingest.ts')
    const folders = { contentFolder: PROJECT_CONTENT, evidenceFolder: source }
    const { diagnostics } = await ingest({ ...folders, databaseUrl, now: new Date(), onProgress: () => {} })
    if (hasErrors(diagnostics)) throw new Error(diagnostics.map(formatDiagnostic).join('\n'))
  },
}

const since = performance.now()
await WAYS[way]?.()
const seconds = (performance.now() - since) / 1000
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
const used = { cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakMegabytes: (maxRSS * 1024) / 1e6 }
console.log(JSON.stringify({ seconds, ...used }))
