import type pg from 'pg'
import type { Diagnostic } from '#features/diagnostic/diagnostic-model.ts'
import type { Bundle } from '#features/evidence/bundle-model.ts'
import { copyRecords } from '#features/evidence/copy-records-ingest.ts'
import { type Crowd, crowdDiagnostic } from '#features/evidence/crowd-rules.ts'
import { MAX_INTENT_BYTES, MAX_RECORDS_PER_INTENT } from '#features/evidence/limits-model.ts'
import { type AdmittedRecords, BundleRefused } from '#features/evidence/read-records-ingest.ts'

const INSERT_RUN = `INSERT INTO evidence_run
  (id, run_id, environment, kind, hash, manifest, description, started_at, finished_at, ingested_at, records, class)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'PUBLIC')`
const INSERT_FILE = `INSERT INTO evidence_file (run, position, name, sha256, bytes, first_record, records, ends_with_break)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`
const INSERT_LANES = `INSERT INTO evidence_lane (run, lane, boundary, topic, partition, records)
  SELECT $1, * FROM unnest($2::int[], $3::text[], $4::text[], $5::int[], $6::int[])`
const CROWDED = `SELECT intent, count(*)::int AS records, sum(octet_length(line))::float8 AS bytes
  FROM evidence_record WHERE run = $1
  GROUP BY intent HAVING count(*) > $2 OR sum(octet_length(line)) > $3 LIMIT 1`

async function refuseCrowd(client: pg.Client, row: number, bundle: Bundle): Promise<void> {
  const { rows } = await client.query<Crowd>(CROWDED, [row, MAX_RECORDS_PER_INTENT, MAX_INTENT_BYTES])
  const [crowded] = rows
  if (crowded) throw new BundleRefused(crowdDiagnostic(bundle, crowded))
}

async function insertParts(client: pg.Client, row: number, { files, lanes }: AdmittedRecords): Promise<void> {
  for (const [position, file] of files.entries())
    await client.query(INSERT_FILE, [
      row,
      position,
      file.name,
      file.sha256,
      file.bytes,
      file.firstRecord,
      file.records,
      file.endsWithBreak,
    ])
  await client.query(INSERT_LANES, [
    row,
    lanes.map(({ lane }) => lane),
    lanes.map(({ boundary }) => boundary),
    lanes.map(({ topic }) => topic),
    lanes.map(({ partition }) => partition),
    lanes.map(({ records }) => records),
  ])
}

/**
 * Takes a bundle in, whole or not at all.
 * @param client not in a transaction
 * @returns what refused it; none: it is in
 */
export async function ingestBundle(
  client: pg.Client,
  bundle: Bundle,
  now: Date,
  onRecords: (records: number) => void,
): Promise<Diagnostic | null> {
  const { run, hash, manifest } = bundle
  await client.query('BEGIN')
  try {
    const { rows } = await client.query<{ id: number }>(
      "SELECT nextval(pg_get_serial_sequence('evidence_run', 'id'))::int AS id",
    )
    const row = rows[0]?.id ?? 0
    const copied = await copyRecords(client, row, bundle, onRecords)
    await refuseCrowd(client, row, bundle)
    await client.query(INSERT_RUN, [
      row,
      run.runId,
      run.environment,
      run.kind,
      hash,
      manifest,
      JSON.stringify(run),
      // As dates: PostgreSQL does not read every instant that ISO 8601 allows.
      new Date(run.startedAt),
      new Date(run.finishedAt),
      now,
      copied.records,
    ])
    await insertParts(client, row, copied)
    await client.query('COMMIT')
    return null
  } catch (error) {
    await client.query('ROLLBACK')
    if (error instanceof BundleRefused) return error.diagnostic
    throw error
  }
}
