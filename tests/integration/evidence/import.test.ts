import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parseEnvironment } from '#cli/env.ts'
import { importRun } from '#cli/evidence/import.ts'
import type { TypedImport } from '#cli/evidence/import-options.ts'
import { PROJECT } from '#cli/project.ts'
import { findBundles } from '#features/evidence/bundles-ingest.ts'
import { MAX_FILE_BYTES } from '#features/evidence/limits-model.ts'
import { verifyBundles } from '#features/evidence/verify-ingest.ts'
import { dlq, original, outbox, summary } from './original-files.ts'
import { said } from './said.ts'

const INTENTS = ['intent-1', 'intent-2']

let folder: string
let evidence: string

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mza-import-'))
  evidence = path.join(folder, 'evidence')
})

afterEach(() => fs.rmSync(folder, { recursive: true }))

const importIt = (typed: TypedImport) => {
  const environment = parseEnvironment({ MZA_EVIDENCE: evidence }, PROJECT)
  const { signal } = new AbortController()
  return said(() => importRun(typed, signal, { environment, stateFolder: path.join(folder, 'state') }))
}

const WHAT = {
  kind: 'single-operator-e2e',
  environment: 'dev',
  runId: 'e2e-1',
  repository: 'https://example.org/kes',
  commit: 'a1b2c3d',
  startedAt: '2026-03-04T10:00:00+04:00',
  finishedAt: '2026-03-04T10:00:05+04:00',
}

const files = () => ({
  summary: original(folder, 'summary.json', summary(4)),
  outbox: original(folder, 'single_operator_outbox.jsonl', outbox(INTENTS)),
  dlq: original(folder, 'single_operator_dlq.jsonl', dlq(INTENTS)),
})

const manifest = (runId = 'e2e-1') =>
  JSON.parse(fs.readFileSync(path.join(evidence, 'dev', runId, 'run.json'), 'utf8'))

const lines = (name: string, runId = 'e2e-1') =>
  fs
    .readFileSync(path.join(evidence, 'dev', runId, name), 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))

const verified = async () => {
  const { bundles, diagnostics } = await findBundles(evidence, 'evidence')
  return verifyBundles(bundles, diagnostics, () => {})
}

describe('an import', () => {
  test('makes a bundle of what the scripts wrote, and says no more than they do', async () => {
    expect(await importIt({ ...WHAT, ...files() })).toContain('Imported as dev/e2e-1: 6 records')
    expect(await verified()).toEqual({ diagnostics: [], whole: 1, records: 6 })
    expect(manifest()).toMatchObject({
      schemaVersion: '1',
      command: 'npm run single-operator:e2e',
      broker: null,
      policy: null,
      boundaries: ['publish', 'dlq'],
      controlledFailureTopic: 'mint.requested',
      replays: [],
      claims: summary(4),
    })
    const [sent] = outbox(INTENTS)
    expect(lines('outbox.jsonl')[0]).toEqual({
      process: 'single_operator_outbox.jsonl',
      seq: 0,
      boundary: 'publish',
      topic: sent?.topic,
      partition: null,
      offset: null,
      key: sent?.key,
      timestamp: '2026-03-04T10:00:00.000+04:00',
      headers: {},
      attempt: 1,
      value: sent?.payload,
    })
    expect(lines('dlq.jsonl')[1]).toMatchObject({
      process: 'single_operator_dlq.jsonl',
      seq: 1,
      boundary: 'dlq',
      timestamp: '2026-03-04T10:00:03.000+04:00',
      value: dlq(INTENTS)[1]?.payload,
    })
  })

  test('dates a record that names no instant with the end of the run', async () => {
    const undated = original(folder, 'outbox.jsonl', [
      { topic: 't', key: null, payload: { occurredAt: 'today' } },
    ])
    await importIt({ ...WHAT, ...files(), outbox: undated })
    expect(lines('outbox.jsonl')[0]?.timestamp).toBe(WHAT.finishedAt)
  })

  test('records that nothing was in an empty DLQ, and writes no empty file', async () => {
    await importIt({ ...WHAT, ...files(), dlq: original(folder, 'dlq.jsonl', []) })
    expect(manifest().boundaries).toEqual(['publish', 'dlq'])
    expect(manifest().files).toHaveLength(1)
  })

  test('of a replay names the run whose DLQ was read by its hash', async () => {
    await importIt({ ...WHAT, ...files() })
    const again = outbox(INTENTS).filter(({ topic }) => topic === 'mint.requested')
    const replay = {
      ...WHAT,
      kind: 'single-operator-replay-dlq',
      runId: 'replay-1',
      startedAt: '2026-03-04T10:10:00+04:00',
      finishedAt: '2026-03-04T10:10:05+04:00',
      replays: ['e2e-1'],
      summary: original(folder, 'replay.json', { ok: true, dlqFile: 'x.jsonl', intentKeyMismatches: 0 }),
      outbox: original(folder, 'replayed.jsonl', again),
    }
    expect(await importIt(replay)).toContain('Imported as dev/replay-1: 2 records')
    expect(manifest('replay-1')).toMatchObject({ boundaries: ['replay'], replays: [{ runId: 'e2e-1' }] })
    expect(lines('outbox.jsonl', 'replay-1').map(({ timestamp }) => timestamp)).toEqual([
      replay.startedAt,
      replay.startedAt,
    ])
    expect((await verified()).diagnostics).toEqual([])
    expect(await importIt({ ...replay, runId: 'replay-2', replays: ['e2e-9'] })).toContain(
      'no bundle of run e2e-9',
    )
    expect(await importIt({ ...replay, runId: 'replay-2', dlq: 'x.jsonl' })).toContain('--dlq: expected none')
  })

  test('of a smoke takes the events of its summary, with what a broker gave them', async () => {
    const [first] = outbox(INTENTS)
    const event = { ...first, topic: 'kes.orchestrator.events', partition: 2, offset: 7 }
    const smoke = {
      ...WHAT,
      kind: 'kes-smoke',
      runId: 'smoke-1',
      summary: original(folder, 'smoke.json', { ok: true, receivedCount: 1, events: [event] }),
    }
    expect(await importIt(smoke)).toContain('import-broker: event 1: expected no partition and no offset')
    const broker = { broker: 'apache-kafka', brokerVersion: '4.1.0' }
    await importIt({ ...smoke, ...broker })
    expect(manifest('smoke-1')).toMatchObject({
      broker: { kind: 'apache-kafka', version: '4.1.0', partitions: {} },
      boundaries: ['consume'],
      claims: { ok: true, receivedCount: 1 },
    })
    expect(lines('events.jsonl', 'smoke-1')[0]).toMatchObject({
      boundary: 'consume',
      partition: 2,
      offset: 7,
    })
  })

  test('splits its files at 64 MiB', async () => {
    const padding = 'x'.repeat(60_000)
    const many = Array.from({ length: 1150 }, (_, number) => ({
      topic: 't',
      key: `k-${number}`,
      payload: { padding },
    }))
    await importIt({ ...WHAT, ...files(), outbox: original(folder, 'outbox.jsonl', many) })
    const { files: made } = manifest()
    expect(made.map(({ name }: { name: string }) => name)).toEqual([
      'outbox.jsonl',
      'outbox-2.jsonl',
      'dlq.jsonl',
    ])
    for (const { bytes } of made) expect(bytes).toBeLessThanOrEqual(MAX_FILE_BYTES)
    expect(await verified()).toEqual({ diagnostics: [], whole: 1, records: 1152 })
  })
})

describe('an import writes nothing', () => {
  const nothing = () =>
    expect(
      fs.existsSync(path.join(evidence, 'dev')) ? fs.readdirSync(path.join(evidence, 'dev')) : [],
    ).toEqual([])

  test('when it is asked only to show what it would write', async () => {
    expect(await importIt({ ...WHAT, ...files(), dryRun: true })).toMatch(
      /"runId": "e2e-1"[\s\S]*Nothing is written/,
    )
    nothing()
  })

  test.for([
    [
      'no JSON',
      ['{"topic":'],
      /outbox\.jsonl:1:1 error import-line: expected a JSON object[\s\S]*mend: Give the file/,
    ],
    [
      'no line of the script',
      [outbox(INTENTS)[0], { topic: 't', key: 'k', value: {} }],
      /outbox\.jsonl:2:1 error import-line/,
    ],
    [
      'an unmasked secret',
      [{ topic: 't', key: 'k', payload: { apiKey: 'hunter2hunter2' } }],
      /outbox\.jsonl:1:1 error evidence-secret: .*`value\.apiKey`/,
    ],
    [
      'a NUL in its key',
      [{ topic: 't', key: 'a\0', payload: {} }],
      /outbox\.jsonl:1:1 error evidence-text: .*`key`/,
    ],
    ['nothing', [], /summary\.json:1:1 error import-empty/],
  ] as const)('where the outbox has %s', async ([, content, words]) => {
    const made =
      typeof content[0] === 'string'
        ? path.join(folder, 'outbox.jsonl')
        : original(folder, 'outbox.jsonl', content)
    if (typeof content[0] === 'string') fs.writeFileSync(made, content[0])
    const { summary: told } = files()
    expect(await importIt({ ...WHAT, summary: told, outbox: made })).toMatch(words)
    nothing()
  })

  test('where a file that is named is not there', async () => {
    for (const option of ['summary', 'outbox', 'dlq'])
      expect(await importIt({ ...WHAT, ...files(), [option]: folder })).toContain('error import-file')
    nothing()
  })

  test('where the summary is no JSON, or holds a secret', async () => {
    const printed = path.join(folder, 'printed.txt')
    fs.writeFileSync(printed, '> npm run single-operator:e2e\n{"ok":true}')
    expect(await importIt({ ...WHAT, ...files(), summary: printed })).toContain('error import-summary')
    const secret = original(folder, 'secret.json', { ok: true, password: 'hunter2hunter2' })
    expect(await importIt({ ...WHAT, ...files(), summary: secret })).toContain(
      'secret.json:1:1 error evidence-secret',
    )
    nothing()
  })

  test('where its options are not right, and says all that is wrong', async () => {
    const said = await importIt({
      ...WHAT,
      ...files(),
      runId: '../../up',
      commit: 'main',
      startedAt: 'yesterday',
    })
    for (const option of ['--run-id', '--commit', '--started-at']) expect(said).toContain(`  ${option}: `)
    nothing()
  })

  test('over a bundle of the same run id, in whichever environment', async () => {
    await importIt({ ...WHAT, ...files(), environment: 'stage' })
    expect(await importIt({ ...WHAT, ...files() })).toContain('error evidence-run-taken')
    nothing()
  })
})
