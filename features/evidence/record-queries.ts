import type { PlacedRecord } from '#features/evidence/placed-record-model.ts'
import { recordOf } from '#features/evidence/record-line-rules.ts'
import { guestPool } from '#prisma/view-pool.ts'

interface PlacedRow {
  readonly line: string
  readonly file: string
  readonly firstRecord: number
}

const RECORD = `SELECT record.line, file.name AS file, file.first_record AS "firstRecord"
  FROM evidence_run AS run
  JOIN evidence_record AS record ON record.run = run.id AND record.number = $2
  JOIN evidence_file AS file
    ON file.run = run.id AND $2 >= file.first_record AND $2 < file.first_record + file.records
  WHERE run.run_id = $1`

/** A record's number as an address writes it: from 1, in one way. */
const NUMBER = /^[1-9]\d{0,8}$/

/** A record of a run by its number as an address writes it; null where there is none. */
export async function readRecord(runId: string, given: string): Promise<PlacedRecord | null> {
  if (!NUMBER.test(given)) return null
  const number = Number(given)
  const { rows } = await guestPool().query<PlacedRow>(RECORD, [runId, number])
  const [row] = rows
  if (!row) return null
  const { line, file, firstRecord } = row
  return { record: recordOf(runId, number, line), line, file, lineNumber: number - firstRecord + 1 }
}
