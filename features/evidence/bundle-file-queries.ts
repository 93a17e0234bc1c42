import type pg from 'pg'
import { endOfDay } from '#features/checklist/calendar-rules.ts'
import { type BundleFile, MANIFEST_NAME } from '#features/evidence/bundle-file-model.ts'
import { readSight } from '#features/evidence/record-relation-queries.ts'
import type { AsOf } from '#features/portal/portal-model.ts'
import { downloadPool } from '#prisma/view-pool.ts'

interface FileRow {
  readonly run: number
  readonly hash: string
  readonly manifest: string
  readonly sha256: string | null
  readonly bytes: number
  readonly firstRecord: number
  readonly records: number
  readonly endsWithBreak: boolean
}

const FILE = `SELECT run.id AS run, run.hash, run.manifest, file.sha256, file.bytes, file.first_record AS "firstRecord",
    file.records, file.ends_with_break AS "endsWithBreak"
  FROM evidence_run AS run
  JOIN standing_run ON standing_run.run = run.id
  LEFT JOIN evidence_file AS file ON file.run = run.id AND file.name = $3
  WHERE run.environment = $1::environment AND run.run_id = $2 AND run.finished_at <= $4`

const LINES =
  'SELECT line FROM evidence_record WHERE run = $1 AND number >= $2 AND number < $3 ORDER BY number'

/** Lines held in memory at a time: a line has at most 64 KiB, most have half of one. */
const LINES_AT_A_TIME = 50

/** The lines of a file with their line ends, as they were before they were parted. */
async function* readLines(
  pool: pg.Pool,
  { run, firstRecord, records, endsWithBreak }: FileRow,
): AsyncGenerator<Buffer> {
  const end = firstRecord + records
  for (let from = firstRecord; from < end; from += LINES_AT_A_TIME) {
    const to = Math.min(from + LINES_AT_A_TIME, end)
    const { rows } = await pool.query<{ line: string }>(LINES, [run, from, to])
    const text = rows.map(({ line }) => line).join('\n')
    yield Buffer.from(to < end || endsWithBreak ? `${text}\n` : text)
  }
}

async function* readManifest({ manifest }: FileRow): AsyncGenerator<Buffer> {
  yield Buffer.from(manifest)
}

/**
 * A file of a bundle by its name; null where no such run had finished when the day ended, or has no such file, or this
 * reader sees no files: they have everything that records carry.
 */
export async function openBundleFile(
  environment: string,
  runId: string,
  name: string,
  { day }: AsOf,
): Promise<BundleFile | null> {
  if ((await readSight()) !== 'whole') return null
  // Taken now: who reads the file piece by piece is asked no more.
  const pool = await downloadPool()
  const { rows } = await pool.query<FileRow>(FILE, [environment, runId, name, endOfDay(day)])
  const [row] = rows
  if (!row) return null
  if (name === MANIFEST_NAME)
    return {
      name,
      type: 'application/json; charset=utf-8',
      bytes: Buffer.byteLength(row.manifest),
      sha256: row.hash,
      read: () => readManifest(row),
    }
  if (row.sha256 === null) return null
  return {
    name,
    type: 'application/x-ndjson; charset=utf-8',
    bytes: row.bytes,
    sha256: row.sha256,
    read: () => readLines(pool, row),
  }
}
