import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestDatabase } from '#tests/integration/database.ts'
import { EvidenceDesk, evidenceRows, SCENARIO } from '#tests/integration/evidence/evidence-desk.ts'
import { lineOf, writeBundle, writeBundleFiles } from '#tests/setup/bundle-folder.ts'
import { simulatedReplay, simulatedRun } from '#tests/setup/simulated-runs.ts'

const CHILD = path.join(import.meta.dirname, '..', 'evidence-child.ts')

let desk: EvidenceDesk

beforeEach(async () => {
  desk = await EvidenceDesk.open()
})

afterEach(() => desk.remove())

/** A run, one that was made to fail, and its replay. */
function writeThree(): void {
  writeBundle(desk.evidence, simulatedRun(SCENARIO))
  const failed = simulatedRun({ ...SCENARIO, runId: 'failure-1', failing: 'mint.requested' })
  const sha256 = writeBundle(desk.evidence, failed)
  const replay = simulatedReplay(failed, { ...SCENARIO, runId: 'replay-1' })
  writeBundle(desk.evidence, replay, { replays: [{ runId: 'failure-1', sha256 }] })
}

const long = () => {
  const intents = Array.from({ length: 2000 }, (_, number) => `intent-${number}`)
  return simulatedRun({ ...SCENARIO, runId: 'long-1', intents })
}

test('an ingest that is killed half-way leaves nothing, and the next one succeeds', async () => {
  const { records } = long()
  writeBundle(desk.evidence, long())
  const child = spawn(process.execPath, [CHILD, desk.content.folder, desk.evidence, desk.database.writeUrl], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  for await (const note of createInterface(child.stdout))
    if (note.startsWith('reading dev/long-1')) child.kill('SIGKILL')
  expect(await ended).toEqual([null, 'SIGKILL'])
  for (const table of ['evidence_run', 'evidence_file', 'evidence_lane', 'evidence_record', 'portal'])
    expect(await desk.database.query(`SELECT 1 FROM ${table}`)).toEqual([])
  const { revision, diagnostics } = await desk.ingest()
  expect({ diagnostics: diagnostics.filter(({ severity }) => severity === 'error') }).toEqual({
    diagnostics: [],
  })
  expect(revision).not.toBeNull()
  expect(await desk.database.query('SELECT count(*)::int AS records FROM evidence_record')).toEqual([
    { records: records.length },
  ])
})

test('two ingests at once take a bundle in once, and show the same', async () => {
  writeThree()
  const [first, second] = await Promise.all([desk.ingest(), desk.ingest()])
  expect(second.revision).toBe(first.revision)
  expect(await desk.database.query('SELECT run_id FROM evidence_run ORDER BY run_id')).toEqual([
    { run_id: 'failure-1' },
    { run_id: 'replay-1' },
    { run_id: 'smoke-1' },
  ])
  expect(await desk.database.query('SELECT 1 FROM standing_run')).toHaveLength(3)
})

test('the same evidence in another database gives the same revision and rows, whenever it is ingested', async () => {
  writeThree()
  const other = await createTestDatabase()
  try {
    const { revision } = await desk.ingest()
    const later = await desk.ingest(other, new Date('2027-01-01T00:00:00Z'))
    expect(later.revision).toBe(revision)
    expect(await evidenceRows(other)).toEqual(await evidenceRows(desk.database))
  } finally {
    await other.drop()
  }
})

test('a bundle may be split over several files, which changes no finding', async () => {
  const { run, records } = simulatedRun(SCENARIO)
  const lines = records.map(record => `${lineOf(record)}\n`)
  const parts = { 'a.jsonl': lines.slice(0, 7), 'b.jsonl': lines.slice(7, 20), 'c.jsonl': lines.slice(20) }
  const contents = Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part.join('')]))
  writeBundleFiles(desk.evidence, run, contents)
  await desk.ingest()
  expect(
    await desk.database.query('SELECT name, first_record, records FROM evidence_file ORDER BY position'),
  ).toEqual([
    { name: 'a.jsonl', first_record: 1, records: 7 },
    { name: 'b.jsonl', first_record: 8, records: 13 },
    { name: 'c.jsonl', first_record: 21, records: lines.length - 20 },
  ])
  expect(await desk.database.query('SELECT line FROM evidence_record ORDER BY number')).toEqual(
    records.map(record => ({ line: lineOf(record) })),
  )
  expect(await desk.database.query("SELECT 1 FROM evidence_finding WHERE finding = 'failed'")).toEqual([])
})

test('a line is kept byte for byte, tabs, backslashes and escapes included', async () => {
  const { run, records } = simulatedRun({ ...SCENARIO, intents: ['intent-1'] })
  const lines = records.map(lineOf)
  const odd = lines[0]
    ?.replace('{', '{\t ')
    .replace('"payload":{}', '"payload":{"note":"\\\\t \\u0007 \\n ქართული 🟢"}')
  writeBundleFiles(desk.evidence, run, { 'records.jsonl': [`${odd}\r`, ...lines.slice(1)].join('\n') })
  await desk.ingest()
  expect(await desk.database.query('SELECT line FROM evidence_record WHERE number = 1')).toEqual([
    { line: `${odd}\r` },
  ])
  expect(await desk.database.query('SELECT ends_with_break FROM evidence_file')).toEqual([
    { ends_with_break: false },
  ])
})
