import type pg from 'pg'
import type { RunContext } from '#features/evidence/check-model.ts'
import type { IngestedRun } from '#features/evidence/ingested-run-model.ts'
import { judgeRun } from '#features/evidence/judge-rules.ts'
import type { JudgedRun } from '#features/evidence/judged-run-model.ts'
import { recordOf } from '#features/evidence/record-line-rules.ts'

/** Rows fetched at a time: few, since a line may have 64 KiB. */
const BATCH = 500

/**
 * Records of the run and DLQ records of the runs it replays, as `Fold` wants them. Two selects, since PostgreSQL would
 * look for either at every record there is.
 */
const FEED = `DECLARE feed NO SCROLL CURSOR FOR SELECT run, number, line FROM (
    SELECT run, number, line, intent, true AS is_own FROM evidence_record WHERE run = $1
    UNION ALL
    SELECT r.run, r.number, r.line, r.intent, false
    FROM evidence_lane l JOIN evidence_record r ON r.run = l.run AND r.lane = l.lane
    WHERE l.run = ANY($2::int[]) AND l.boundary = 'dlq'
  ) fed ORDER BY intent NULLS LAST, is_own, number`

/**
 * Judges a run from its records, which pass through one batch at a time.
 * @param replayed the runs that it replays, as far as they are known
 * @param onRecords told how many records have been judged so far
 */
export async function judgeIngestedRun(
  client: pg.Client,
  { row, run }: IngestedRun,
  replayed: readonly IngestedRun[],
  onRecords: (records: number) => void,
): Promise<JudgedRun> {
  const known: RunContext['replayed'] = replayed.length === run.replays.length ? 'known' : 'absent'
  const judging = judgeRun({ run, replayed: run.replays.length === 0 ? 'none' : known })
  const runIds = new Map(replayed.map(other => [other.row, other.run.runId]))
  let judged = 0
  await client.query('BEGIN READ ONLY')
  try {
    await client.query(FEED, [row, [...runIds.keys()]])
    for (;;) {
      const { rows } = await client.query<{ run: number; number: number; line: string }>(
        `FETCH ${BATCH} FROM feed`,
      )
      if (rows.length === 0) return judging.finish()
      for (const { run: of, number, line } of rows) {
        if (of === row) judging.take(recordOf(run.runId, number, line))
        else judging.takeReplayed(recordOf(runIds.get(of) ?? '', number, line))
      }
      judged += rows.length
      onRecords(judged)
      // pg keeps every result of a chain of queries within reach; an empty one holds no memory.
      rows.length = 0
    }
  } finally {
    await client.query('ROLLBACK')
  }
}
