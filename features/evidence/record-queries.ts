import { withoutHeaders } from '#features/evidence/envelope-line-rules.ts'
import type { PlacedRecord } from '#features/evidence/placed-record-model.ts'
import { recordOf } from '#features/evidence/record-line-rules.ts'
import { RECORD_LINES, readSight } from '#features/evidence/record-relation-queries.ts'
import { viewPool } from '#prisma/view-pool.ts'

interface PlacedRow {
  readonly line: string | null
  readonly file: string
  readonly firstRecord: number
}

/** The run by itself: a join would not get into the view that owners read lines by, and all lines would be made. */
const recordOfRun = (
  relation: string,
) => `SELECT record.line, file.name AS file, file.first_record AS "firstRecord"
  FROM ${relation} AS record
  JOIN evidence_file AS file
    ON file.run = record.run AND $2 >= file.first_record AND $2 < file.first_record + file.records
  WHERE record.run = (SELECT id FROM evidence_run WHERE run_id = $1) AND record.number = $2`

/** A record's number as an address writes it: from 1, in one way. */
const NUMBER = /^[1-9]\d{0,8}$/

/** A record of a run by its number as an address writes it; null where there is none that this reader sees. */
export async function readRecord(runId: string, given: string): Promise<PlacedRecord | null> {
  const sight = await readSight()
  if (sight === 'none' || !NUMBER.test(given)) return null
  const number = Number(given)
  const { rows } = await (await viewPool()).query<PlacedRow>(recordOfRun(RECORD_LINES[sight]), [
    runId,
    number,
  ])
  const [row] = rows
  if (!row || row.line === null) return null
  const { line, file, firstRecord } = row
  const record = recordOf(runId, number, line)
  const shown = sight === 'whole' ? line : withoutHeaders(line)
  return { sight, record, line: shown, file, lineNumber: number - firstRecord + 1 }
}
