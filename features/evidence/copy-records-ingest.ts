import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Bundle } from '#features/evidence/bundle-model.ts'
import {
  type AdmittedRecord,
  type AdmittedRecords,
  readRecords,
} from '#features/evidence/read-records-ingest.ts'

export const COPY = 'COPY evidence_record (run, number, lane, intent, event_id, line) FROM STDIN'

const SPECIAL = /[\\\t\n\r]/
const SPECIALS = /[\\\t\n\r]/g
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** A value in the text format of COPY. */
function cell(text: string | null): string {
  if (text === null) return '\\N'
  return SPECIAL.test(text) ? text.replace(SPECIALS, character => ESCAPES[character] ?? character) : text
}

/** A record of a run as COPY reads it. */
export const copyLine = (row: number, { number, lane, intent, eventId, line }: AdmittedRecord): string =>
  `${row}\t${number}\t${lane}\t${cell(intent)}\t${cell(eventId)}\t${cell(line)}\n`

/**
 * Streams the records of a bundle into the database, in the transaction of the connection.
 * @param row of the run
 * @param onRecords told how many records have been read so far
 * @throws {BundleRefused} for the first thing that is wrong with a file
 */
export async function copyRecords(
  client: pg.Client,
  row: number,
  bundle: Bundle,
  onRecords: (records: number) => void,
): Promise<AdmittedRecords> {
  let admitted: AdmittedRecords = { files: [], lanes: [], records: 0 }
  const keep = (found: AdmittedRecords): void => {
    admitted = found
  }

  async function* rows(): AsyncGenerator<Buffer> {
    for await (const records of readRecords(bundle, keep)) {
      let block = ''
      for (const record of records) block += copyLine(row, record)
      onRecords(records.at(-1)?.number ?? 0)
      yield Buffer.from(block)
    }
  }

  await pipeline(Readable.from(rows(), { objectMode: true, highWaterMark: 1 }), client.query(copyFrom(COPY)))
  return admitted
}
