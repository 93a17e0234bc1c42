import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { copyLine } from '#features/evidence/copy-records-ingest.ts'
import { createLanes } from '#features/evidence/lane-rules.ts'
import { MAX_FILE_BYTES } from '#features/evidence/limits-model.ts'
import type { EvidenceRecord } from '#features/evidence/record-model.ts'
import type { Run } from '#features/evidence/run-model.ts'
import { lineOf } from '#tests/setup/bundle-folder.ts'
import { type Scenario, simulatedRecords, simulatedRun } from '#tests/setup/simulated-runs.ts'

/** Of the simulated orchestrator, which delivers each event twice: 5 steps of publish, consume, effect, consume. */
const RECORDS_PER_INTENT = 20

/** Runs of different lengths, side by side. */
export interface LongRuns {
  /** An evidence folder with nothing but these. */
  readonly folder: string
  /** Their rows as COPY reads them, as of runs 1, 2 and so on. */
  readonly rows: string
}

/** Where the run of so many records stands in that folder. */
export const runIdOf = (records: number): string => `run-${records}`

/** Ids of random order, the same each time. */
const intentOf = (number: number): string => {
  const hash = createHash('sha256').update(String(number)).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-${hash.slice(12, 16)}-${hash.slice(16, 20)}-${hash.slice(20, 32)}`
}

/** A file that is written to its end, line by line, and hashed. */
function openFile(file: string) {
  const handle = fs.openSync(file, 'w')
  const hash = createHash('sha256')
  let bytes = 0
  return {
    bytes: () => bytes,
    write(text: string): void {
      const written = Buffer.from(text)
      fs.writeSync(handle, written)
      hash.update(written)
      bytes += written.length
    },
    close(): Run['files'][number] {
      fs.closeSync(handle)
      return { name: path.basename(file), sha256: hash.digest('hex'), bytes }
    },
  }
}

/** Writes lines into files of at most 64 MiB each. */
function openFiles(folder: string) {
  const files: Run['files'] = []
  const next = () => openFile(path.join(folder, `records-${String(files.length).padStart(3, '0')}.jsonl`))
  let file = next()
  return {
    write(text: string): void {
      if (file.bytes() + Buffer.byteLength(text) > MAX_FILE_BYTES) {
        files.push(file.close())
        file = next()
      }
      file.write(text)
    },
    close: (): Run['files'] => [...files, file.close()],
  }
}

type OpenFile = ReturnType<typeof openFile>

/** @param row of the run */
function writeRun(folder: string, row: number, rows: OpenFile, scenario: Scenario): void {
  const bundle = path.join(folder, 'dev', scenario.runId)
  fs.mkdirSync(bundle, { recursive: true })
  const files = openFiles(bundle)
  const lanes = createLanes()
  const rowOf = (record: EvidenceRecord): string => {
    const { boundary, topic, partition, number, intentId: intent, eventId } = record
    const lane = lanes.take(boundary, topic, partition) ?? 0
    return copyLine(row, { number, lane, intent, eventId, line: lineOf(record) })
  }
  let records = 0
  for (const made of simulatedRecords(scenario)) {
    files.write(made.map(record => `${lineOf(record)}\n`).join(''))
    rows.write(made.map(rowOf).join(''))
    records += made.length
  }
  const { run } = simulatedRun({ ...scenario, intents: [] })
  const intents = scenario.intents.length
  const claims = { ok: true, producedRecords: intents * 5, effectCount: intents * 5 }
  const finishedAt = new Date(Date.parse(run.startedAt) + records * 5).toISOString()
  const manifest = { ...run, finishedAt, claims, files: files.close() }
  fs.writeFileSync(path.join(bundle, 'run.json'), `${JSON.stringify(manifest, null, 2)}\n`)
}

const scenarioOf = (records: number): Scenario => ({
  runId: runIdOf(records),
  intents: Array.from({ length: records / RECORDS_PER_INTENT }, (_, number) => intentOf(number)),
  partitions: 12,
  failing: null,
  redeliveries: 1,
})

/** Of what is written; one more makes it anew. */
const VERSION = 2

/** Runs of so many records each, kept in the machine's temporary folder for the next time. */
export function longRuns(...lengths: readonly number[]): LongRuns {
  const home = path.join(os.tmpdir(), 'mza-bench', `runs-${lengths.join('-')}-v${VERSION}`)
  const made = { folder: path.join(home, 'evidence'), rows: path.join(home, 'rows.txt') }
  if (fs.existsSync(home)) return made
  const draft = `${home}.${process.pid}`
  fs.mkdirSync(draft, { recursive: true })
  const rows = openFile(path.join(draft, 'rows.txt'))
  for (const [index, records] of lengths.entries())
    writeRun(path.join(draft, 'evidence'), index + 1, rows, scenarioOf(records))
  rows.close()
  fs.renameSync(draft, home)
  return made
}
