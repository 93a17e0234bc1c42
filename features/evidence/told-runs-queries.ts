import type pg from 'pg'
import type { CheckCode } from '#features/evidence/check-code-model.ts'
import type { RunCounts } from '#features/evidence/claim-rules.ts'
import { joinWitnesses, type PartedWitnesses } from '#features/evidence/detail-class-rules.ts'
import type { Environment } from '#features/evidence/environment-model.ts'
import type { Judgement } from '#features/evidence/finding-model.ts'
import { newestOfKinds, parityOf, withParity } from '#features/evidence/parity-rules.ts'
import type { Profile } from '#features/evidence/profile-rules.ts'
import { runSchema } from '#features/evidence/run-model.ts'
import type { ToldRun } from '#features/evidence/told-run-model.ts'

interface Row {
  environment: Environment
  manifest: string
  records: number
  hash: string
  finished_at: Date
  ingested_at: Date
  counts: RunCounts
  profile: Profile
  judgements: Record<CheckCode, Omit<Judgement, 'witnesses'> & PartedWitnesses>
}

const SELECT = `SELECT r.environment::text, r.manifest, r.records, r.hash, r.finished_at, r.ingested_at, j.counts, j.profile,
    (SELECT json_object_agg(f."check", json_build_object('finding', f.finding, 'cause', f.cause, 'judged', f.judged,
      'failed', f.failed, 'warned', f.warned, 'witnesses', f.witnesses, 'details', f.details))
      FROM evidence_finding f WHERE f.run = r.id) AS judgements
  FROM standing_run s JOIN evidence_run r ON r.id = s.run JOIN evidence_judgement j ON j.run = r.id
  ORDER BY r.finished_at DESC, r.run_id`

/** The runs of the evidence folder as it was last ingested, the newest first, with what pages show of them. */
export async function tellRuns(client: pg.ClientBase): Promise<ToldRun[]> {
  const { rows } = await client.query<Row>(SELECT)
  const profiles = new Map<string, Profile>()
  const runs = rows.map(({ environment, manifest, records, hash, ...row }) => {
    const run = runSchema.parse(JSON.parse(manifest))
    profiles.set(run.runId, row.profile)
    return {
      run,
      environment,
      hash,
      finishedAt: row.finished_at,
      ingestedAt: row.ingested_at,
      records,
      counts: row.counts,
      judgements: new Map(
        Object.entries(row.judgements).map(([check, { details, witnesses, ...judgement }]) => [
          check as CheckCode,
          { ...judgement, witnesses: joinWitnesses({ witnesses, details }) },
        ]),
      ),
    }
  })
  return withParity(runs, parityOf(newestOfKinds(runs), profiles))
}
