import type pg from 'pg'
import type { Environment } from '#features/evidence/environment-model.ts'
import type { IngestedRun } from '#features/evidence/ingested-run-model.ts'
import { runSchema } from '#features/evidence/run-model.ts'

interface Row {
  id: number
  environment: Environment
  hash: string
  manifest: string
  checks_version: number | null
  replayed: string[] | null
  is_shown: boolean
}

const SELECT = `SELECT r.id, r.environment::text, r.hash, r.manifest, j.checks_version, j.replayed,
    s.run IS NOT NULL AS is_shown
  FROM evidence_run r LEFT JOIN evidence_judgement j ON j.run = r.id
  LEFT JOIN standing_run s ON s.run = r.id ORDER BY r.id`

/** Every run that was ever ingested, by run id. */
export async function readIngestedRuns(client: pg.Client): Promise<Map<string, IngestedRun>> {
  const { rows } = await client.query<Row>(SELECT)
  return new Map(
    rows.map(row => {
      const run = runSchema.parse(JSON.parse(row.manifest))
      const judged =
        row.checks_version === null
          ? null
          : { checksVersion: row.checks_version, replayed: row.replayed ?? [] }
      const { id, environment, hash, is_shown: isShown } = row
      return [run.runId, { row: id, run, environment, hash, isShown, judged }]
    }),
  )
}
