import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Environment } from '#features/evidence/environment-model.ts'
import type { EvidenceRecord } from '#features/evidence/record-model.ts'
import { lineOf, writeBundleFiles } from '#tests/setup/bundle-folder.ts'
import { simulatedRun } from '#tests/setup/simulated-runs.ts'
import type { Canaries } from './canaries.ts'

export interface PlantedRun {
  readonly environment: Environment
  readonly runId: string
  readonly fileName: string
  /** An intent that its records have. */
  readonly intent: string
}

/**
 * A folder of two runs with canaries in all that a producer can write: what a run says of itself is PUBLIC, envelopes
 * of its records INTERNAL, payloads, headers and what else they carry RESTRICTED.
 */
export function plantEvidence(canaries: Canaries): { folder: string; runs: readonly PlantedRun[] } {
  const folder = mkdtempSync(path.join(tmpdir(), 'mza-evidence-'))
  return { folder, runs: [plantRun(folder, canaries, 'dev'), plantRun(folder, canaries, 'stage')] }
}

function plantRun(folder: string, canaries: Canaries, environment: Environment): PlantedRun {
  const said = (what: string) => canaries.at(`${what} of ${environment} run`, 'PUBLIC')
  const envelope = (what: string) => canaries.at(`${what} of ${environment} record`, 'INTERNAL')
  const carried = (what: string) => canaries.at(`${what} of ${environment} record`, 'RESTRICTED')
  const runId = `planted-${environment}`
  const intent = envelope('intent')
  const { run, records } = simulatedRun({
    runId,
    environment,
    intents: [intent, envelope('other intent')],
    partitions: 3,
    failing: 'mint.requested',
    redeliveries: 1,
    startsAt: '2026-03-06T10:00:00+04:00',
  })
  const carrying = ({ boundary, value, ...record }: EvidenceRecord): EvidenceRecord => ({
    ...record,
    boundary,
    process: `process-${envelope('process')}`,
    headers: { [`x-${carried('name of a header')}`]: carried('header') },
    value: {
      ...value,
      [carried('name of a field')]: carried('field'),
      ...(boundary === 'dlq'
        ? {
            reason: `failed for ${carried('reason')}`,
            origin: { topic: 'mint.requested', partition: 1, offset: 0, more: carried('field of an origin') },
            original: { key: carried('key of an original'), value: carried('value of an original') },
          }
        : {
            producer: envelope('producer'),
            payload: {
              [carried('name in a payload')]: [{ within: carried('payload') }],
              mintId: [carried('payload against its contract')],
            },
          }),
    },
  })
  const planted = records.map(carrying)
  // One of a contract that nobody has, and one effect too many: findings quote both.
  const [first] = planted
  if (first) planted[0] = { ...first, value: { ...first.value, schemaVersion: envelope('contract') } }
  const effect = planted.findLast(({ boundary }) => boundary === 'effect')
  if (effect) planted.push({ ...effect, seq: planted.length, number: planted.length + 1 })
  const fileName = `records-${said('file name')}.jsonl`
  const lines = planted.map(record => `${lineOf(record)}\n`).join('')
  writeBundleFiles(
    folder,
    run,
    { [fileName]: lines },
    {
      command: `npm run ${said('command')}`,
      subject: { ...run.subject, repository: `https://example.org/${said('repository')}` },
      claims: { ...run.claims, [said('name of a claim')]: said('claim') },
    },
  )
  return { environment, runId, fileName, intent }
}
