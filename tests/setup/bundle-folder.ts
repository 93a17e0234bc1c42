import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { EvidenceRecord } from '#features/evidence/record-model.ts'
import type { Run } from '#features/evidence/run-model.ts'
import type { SimulatedRun } from '#tests/setup/simulated-runs.ts'

export const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex')

/** A record as its producer writes it. */
export function lineOf({ runId, number, time, eventId, intentId, ...record }: EvidenceRecord): string {
  return JSON.stringify({ ...record, timestamp: new Date(time).toISOString() })
}

/** What is in the files of a bundle, by name. */
export type BundleFiles = Readonly<Record<string, string | Uint8Array>>

/**
 * Writes a run as a bundle of these files, whatever is in them.
 * @returns the sha-256 of its run.json
 */
export function writeBundleFiles(
  evidenceFolder: string,
  run: Run,
  contents: BundleFiles,
  over: Partial<Run> = {},
): string {
  const folder = path.join(evidenceFolder, over.environment ?? run.environment, over.runId ?? run.runId)
  fs.mkdirSync(folder, { recursive: true })
  const files = Object.entries(contents).map(([name, content]) => {
    fs.writeFileSync(path.join(folder, name), content)
    return { name, sha256: sha256(content), bytes: Buffer.byteLength(content) }
  })
  const manifest = `${JSON.stringify({ ...run, files, ...over }, null, 2)}\n`
  fs.writeFileSync(path.join(folder, 'run.json'), manifest)
  return sha256(manifest)
}

/**
 * Writes a run as a bundle of one file.
 * @returns the sha-256 of its run.json
 */
export const writeBundle = (
  evidenceFolder: string,
  { run, records }: SimulatedRun,
  over: Partial<Run> = {},
): string => {
  const lines = records.map(record => `${lineOf(record)}\n`).join('')
  return writeBundleFiles(evidenceFolder, run, { 'records.jsonl': lines }, over)
}
