import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { type RecordLine, recordLineSchema } from '#features/evidence/record-model.ts'
import { type Run, runSchema } from '#features/evidence/run-model.ts'
import type { DeadRecord } from '#orchestrator/replay/replay-model.ts'
import { Failure } from '#scripts/failure.js'

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const refused = (what: string, cause?: unknown): Failure =>
  new Failure(
    what,
    'Name a bundle as it was written; `npm run -s mza -- evidence verify <folder>` says more.',
    cause,
  )

/** What names a bundle to those that replay it. */
export type BundleName = Run['replays'][number]

/** @throws {Failure} where there is none */
export function readManifest(folder: string): { run: Run; name: BundleName } {
  const file = path.join(folder, 'run.json')
  if (!fs.existsSync(file)) throw refused(`There is no ${file}.`)
  const bytes = fs.readFileSync(file)
  try {
    const run = runSchema.parse(JSON.parse(bytes.toString()))
    return { run, name: { runId: run.runId, sha256: sha256(bytes) } }
  } catch (error) {
    throw new Failure(`${file} is no manifest of a bundle.`, 'Name the folder of a bundle.', error)
  }
}

function readRecord(line: string, place: string): RecordLine {
  try {
    return recordLineSchema.parse(JSON.parse(line))
  } catch (error) {
    throw refused(`${place} is no record of a bundle.`, error)
  }
}

const deadRecords = (text: string, file: string): DeadRecord[] =>
  text.split('\n').flatMap((line, index) => {
    if (line === '') return []
    const { boundary, key, value } = readRecord(line, `${file}:${index + 1}`)
    return boundary === 'dlq' ? [{ key, value }] : []
  })

/**
 * The DLQ records of a bundle, in its order.
 * @throws {Failure} where its files are not those that its run.json names
 */
export function readBundle(folder: string): { records: DeadRecord[]; name: BundleName } {
  const { run, name } = readManifest(folder)
  const records = run.files.flatMap(file => {
    const place = path.join(folder, file.name)
    const bytes = fs.existsSync(place) ? fs.readFileSync(place) : Buffer.alloc(0)
    if (sha256(bytes) !== file.sha256) throw refused(`${place} is not the file that run.json names.`)
    return deadRecords(bytes.toString(), place)
  })
  return { records, name }
}
