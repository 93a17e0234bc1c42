import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ingest } from '#features/ingest/ingest.ts'
import { ContentFolder, checklist, ROWS } from '#tests/integration/content-folder.ts'
import { createTestDatabase, type TestDatabase } from '#tests/integration/database.ts'
import { writeBundle } from '#tests/setup/bundle-folder.ts'
import { documentedFindings, writeDocumentedBundle } from '#tests/setup/documented-bundle.ts'
import { type Scenario, simulatedReplay, simulatedRun } from '#tests/setup/simulated-runs.ts'

const NOW = new Date('2026-03-20T10:00:00Z')

const SCENARIO: Scenario = {
  runId: 'smoke-1',
  intents: ['intent-1', 'intent-2', 'intent-3'],
  partitions: 6,
  failing: null,
  redeliveries: 1,
}

let database: TestDatabase
let content: ContentFolder
let evidence: string

beforeEach(async () => {
  database = await createTestDatabase()
  content = new ContentFolder()
  content.write('80_chain/checklist/en.md', checklist(ROWS))
  evidence = fs.mkdtempSync(path.join(os.tmpdir(), 'mza-evidence-'))
})

afterEach(async () => {
  content.remove()
  fs.rmSync(evidence, { recursive: true, force: true })
  await database.drop()
})

const run = () =>
  ingest({
    contentFolder: content.folder,
    evidenceFolder: evidence,
    databaseUrl: database.writeUrl,
    now: NOW,
    onProgress: () => {},
  })

const TABLES = [
  'portal',
  'ingest',
  'evidence_run',
  'standing_run',
  'evidence_file',
  'evidence_lane',
  'evidence_record',
  'evidence_judgement',
  'evidence_finding',
]

/** Every row of every table with the transaction that wrote it. */
const rowsWithWriters = () =>
  Promise.all(TABLES.map(table => database.query(`SELECT xmin::text, t.* FROM "${table}" t ORDER BY t`)))

const findings = (runId: string) =>
  database.query<{ check: string; finding: string; cause: string | null }>(
    `SELECT f.check, f.finding, f.cause FROM evidence_finding f JOIN evidence_run r ON r.id = f.run
     WHERE r.run_id = '${runId}' ORDER BY f.check`,
  )

const withFinding = async (runId: string, finding: string) =>
  (await findings(runId)).filter(row => row.finding === finding).map(row => row.check)

const file = (...parts: string[]) => path.join(evidence, 'dev', ...parts)

describe('a bundle', () => {
  test('is taken in and judged, a second time changes no row', async () => {
    writeBundle(evidence, simulatedRun(SCENARIO))
    const first = await run()
    expect(first.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(await withFinding('smoke-1', 'failed')).toEqual([])
    expect(await withFinding('smoke-1', 'passed')).toContain('no-loss')
    const before = await rowsWithWriters()
    expect((await run()).changed).toBe(false)
    expect(await rowsWithWriters()).toEqual(before)
  })

  test.for([
    ['of a value', '2'],
    ['of the JSON', '{'],
    ['of the UTF-8', '\xff'],
    ['of a line end', ' '],
  ] as const)('with one wrong byte $0 is refused whole, with the file and both hashes', async ([, byte]) => {
    writeBundle(evidence, simulatedRun(SCENARIO))
    const records = file('smoke-1', 'records.jsonl')
    const bytes = fs.readFileSync(records)
    const place = byte === ' ' ? bytes.indexOf('\n') : bytes.indexOf('intent-1') + 'intent-'.length
    bytes.write(byte, place, 'latin1')
    fs.writeFileSync(records, bytes)
    const { revision, diagnostics } = await run()
    expect(revision).toBeNull()
    const [found] = diagnostics.filter(({ code }) => code === 'evidence-hash')
    expect(found?.file).toContain('dev/smoke-1/records.jsonl')
    expect(found?.message).toMatch(/expected sha-256 [0-9a-f]{64}, found [0-9a-f]{64}/)
    expect(await database.query('SELECT 1 FROM evidence_run')).toEqual([])
    expect(await database.query('SELECT 1 FROM evidence_record')).toEqual([])
  })

  test('under a run id that other content has taken is refused', async () => {
    writeBundle(evidence, simulatedRun(SCENARIO))
    await run()
    writeBundle(evidence, simulatedRun({ ...SCENARIO, intents: ['another'] }))
    const { revision, diagnostics } = await run()
    expect(revision).toBeNull()
    expect(diagnostics.map(({ code }) => code)).toContain('evidence-run-taken')
  })

  test('that has gone is kept, and no longer shown; when it comes back it is the same', async () => {
    writeBundle(evidence, simulatedRun(SCENARIO))
    const { revision } = await run()
    fs.rmSync(file('smoke-1'), { recursive: true })
    const gone = await run()
    expect(gone.diagnostics.filter(({ code }) => code === 'evidence-gone')).toMatchObject([
      {
        severity: 'warning',
        file: expect.stringMatching(/dev\/smoke-1$/),
        message: expect.stringContaining('run smoke-1'),
      },
    ])
    expect((await run()).diagnostics.map(({ code }) => code)).not.toContain('evidence-gone')
    expect(gone.revision).not.toBe(revision)
    expect(await database.query('SELECT 1 FROM standing_run')).toEqual([])
    expect(await database.query('SELECT 1 FROM evidence_run')).toHaveLength(1)
    writeBundle(evidence, simulatedRun(SCENARIO))
    expect((await run()).revision).toBe(revision)
  })

  test('of a replay is judged again when the replayed run comes', async () => {
    const failed = simulatedRun({ ...SCENARIO, runId: 'failure-1', failing: 'mint.requested' })
    const hash = writeBundle(evidence, failed)
    const kept = fs.mkdtempSync(path.join(os.tmpdir(), 'mza-kept-'))
    fs.renameSync(file('failure-1'), path.join(kept, 'failure-1'))
    const replay = simulatedReplay(failed, { ...SCENARIO, runId: 'replay-1' })
    writeBundle(evidence, replay, { replays: [{ runId: 'failure-1', sha256: hash }] })
    await run()
    expect((await findings('replay-1')).find(row => row.check === 'replay-closed')).toEqual({
      check: 'replay-closed',
      finding: 'not-run',
      cause: 'replayed-run-absent',
    })
    fs.renameSync(path.join(kept, 'failure-1'), file('failure-1'))
    fs.rmSync(kept, { recursive: true })
    await run()
    expect(await withFinding('replay-1', 'failed')).toEqual([])
    expect(await withFinding('replay-1', 'passed')).toContain('replay-closed')
  })

  test('that other checks judged, or other contracts, is judged again', async () => {
    writeBundle(evidence, simulatedRun(SCENARIO))
    await run()
    const before = await findings('smoke-1')
    await database.query('DELETE FROM evidence_finding')
    await run()
    expect(await findings('smoke-1')).toEqual([])
    await database.query('UPDATE evidence_judgement SET checks_version = 1')
    await run()
    expect(await findings('smoke-1')).toEqual(before)
  })

  test('of a replay is judged without the replayed run once that has gone, as in a new database', async () => {
    const failed = simulatedRun({ ...SCENARIO, runId: 'failure-1', failing: 'mint.requested' })
    const hash = writeBundle(evidence, failed)
    const replay = simulatedReplay(failed, { ...SCENARIO, runId: 'replay-1' })
    writeBundle(evidence, replay, { replays: [{ runId: 'failure-1', sha256: hash }] })
    await run()
    expect(await withFinding('replay-1', 'passed')).toContain('replay-closed')
    fs.rmSync(file('failure-1'), { recursive: true })
    const { revision } = await run()
    expect((await findings('replay-1')).find(row => row.check === 'replay-closed')).toEqual({
      check: 'replay-closed',
      finding: 'not-run',
      cause: 'replayed-run-absent',
    })
    const found = await findings('replay-1')
    await database.drop()
    database = await createTestDatabase()
    expect((await run()).revision).toBe(revision)
    expect(await findings('replay-1')).toEqual(found)
  })

  test('of a replay that started before the replayed run finished is refused', async () => {
    const failed = simulatedRun({ ...SCENARIO, runId: 'failure-1', failing: 'mint.requested' })
    const hash = writeBundle(evidence, failed)
    const startsAt = new Date(Date.parse(failed.run.finishedAt) - 1).toISOString()
    const replay = simulatedReplay(failed, { ...SCENARIO, runId: 'replay-1', startsAt })
    writeBundle(evidence, replay, { replays: [{ runId: 'failure-1', sha256: hash }] })
    const { revision, diagnostics } = await run()
    expect(revision).toBeNull()
    expect(diagnostics.find(({ code }) => code === 'evidence-replays-unfinished')?.message).toBe(
      `expected run failure-1 to finish before ${startsAt}, found ${failed.run.finishedAt}`,
    )
  })

  test('of a run that has not ended yet is refused', async () => {
    writeBundle(evidence, simulatedRun(SCENARIO), { finishedAt: '2026-03-20T10:05:00Z' })
    expect((await run()).diagnostics.map(({ code }) => code)).not.toContain('evidence-in-future')
    writeBundle(evidence, simulatedRun({ ...SCENARIO, runId: 'smoke-2' }), {
      finishedAt: '2026-03-20T10:05:01Z',
    })
    const { revision, diagnostics } = await run()
    expect(revision).toBeNull()
    expect(diagnostics.map(({ code }) => code)).toContain('evidence-in-future')
  })

  test('that replays another bundle than it says is refused', async () => {
    const failed = simulatedRun({ ...SCENARIO, runId: 'failure-1', failing: 'mint.requested' })
    writeBundle(evidence, failed)
    const replay = simulatedReplay(failed, { ...SCENARIO, runId: 'replay-1' })
    writeBundle(evidence, replay, { replays: [{ runId: 'failure-1', sha256: 'f'.repeat(64) }] })
    expect((await run()).diagnostics.map(({ code }) => code)).toContain('evidence-replays')
  })
})

const COUNTED: Record<string, string> = {
  evidence_run: 'records',
  evidence_file: 'records',
  evidence_lane: 'records',
  evidence_record: 'lane',
}

describe('the example of docs/evidence-format.md', () => {
  test('is taken in, and every check finds what it says', async () => {
    expect(writeDocumentedBundle(evidence)).toEqual(['dev/first-smoke'])
    expect((await run()).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    const said = documentedFindings().toSorted(([a], [b]) => (a < b ? -1 : 1))
    expect((await findings('first-smoke')).map(({ check, finding }) => [check, finding])).toEqual(said)
  })
})

describe('records', () => {
  test('that no column can hold are refused with their line', async () => {
    const { run: said, records } = simulatedRun(SCENARIO)
    const odd = records.map((record, index) =>
      index === 4 ? { ...record, value: { ...record.value, producer: 'a\0b' } } : record,
    )
    writeBundle(evidence, { run: said, records: odd })
    const [found] = (await run()).diagnostics.filter(({ severity }) => severity === 'error')
    expect(found).toMatchObject({ code: 'evidence-text', line: 5 })
  })

  test('with any value of any field are judged', async () => {
    const { run: said, records } = simulatedRun(SCENARIO)
    const odd = records.map((record, index) => ({
      ...record,
      value: { schemaVersion: { toString: index }, sourceTopic: { valueOf: 1 }, payload: [null] },
    }))
    writeBundle(evidence, {
      run: { ...said, startedAt: '0001-01-01T00:00:00+23:59' },
      records: odd,
    })
    expect((await run()).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(await withFinding('smoke-1', 'failed')).toContain('schema-valid')
  })
})

describe('rows of evidence', () => {
  test.for(['evidence_run', 'evidence_file', 'evidence_lane', 'evidence_record'])(
    'of %s are never changed or deleted',
    async table => {
      writeBundle(evidence, simulatedRun(SCENARIO))
      await run()
      await expect(database.query(`DELETE FROM ${table}`)).rejects.toThrow('insert-only')
      await expect(database.query(`UPDATE ${table} SET ${COUNTED[table]} = 0`)).rejects.toThrow('insert-only')
      await expect(database.query(`TRUNCATE ${table} CASCADE`)).rejects.toThrow('insert-only')
    },
  )
})
