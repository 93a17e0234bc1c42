import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { parseEnvironment } from '#cli/env.ts'
import { importRun } from '#cli/evidence/import.ts'
import { list } from '#cli/evidence/list.ts'
import { show } from '#cli/evidence/show.ts'
import { PROJECT } from '#cli/project.ts'
import { lockedNode } from '#scripts/hand-over.js'
import { takeLock } from '#scripts/lock.js'
import { writeBundle } from '#tests/setup/bundle-folder.ts'
import { simulatedRun } from '#tests/setup/simulated-runs.ts'
import { EvidenceDesk, SCENARIO } from './evidence-desk.ts'
import { dlq, original, outbox, summary } from './original-files.ts'
import { said } from './said.ts'

let desk: EvidenceDesk

beforeEach(async () => {
  desk = await EvidenceDesk.open()
  writeBundle(desk.evidence, simulatedRun(SCENARIO))
  const lying = simulatedRun({ ...SCENARIO, runId: 'smoke-2' })
  const claims = { ...lying.run.claims, receivedCount: 1, note: 'a\u001b[31mb' }
  writeBundle(desk.evidence, lying, { claims, finishedAt: '2026-03-05T11:00:00+04:00' })
})

afterEach(() => desk.remove())

const workplace = () => {
  const address = new URL(inject('adminUrl'))
  address.pathname = new URL(desk.database.writeUrl).pathname
  const variables = {
    DATABASE_URL: address.href,
    MZA_CONTENT: desk.content.folder,
    MZA_EVIDENCE: desk.evidence,
  }
  return { environment: parseEnvironment(variables, PROJECT), stateFolder: desk.content.folder }
}
const { signal } = new AbortController()

/** Runs a command of `mza` on the folders, with no database anywhere. */
const mza = (...args: string[]) =>
  new Promise<{ code: number; out: string; err: string }>(resolve => {
    const env = {
      PATH: process.env['PATH'],
      HOME: desk.content.folder,
      MZA_CONTENT: desk.content.folder,
      MZA_EVIDENCE: desk.evidence,
    }
    const command = [path.join('cli', 'mza.ts'), ...args]
    execFile(lockedNode(PROJECT), command, { cwd: PROJECT, env: env as never }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    )
  })

describe('mza evidence list', () => {
  test('lists the runs that are shown, the newest first, with what was found', async () => {
    await desk.ingest()
    const [head, ...rows] = (await said(() => list({}, signal, workplace()))).split('\n')
    expect(head).toMatch(
      /^environment +run +kind +finished +subject +records +passed +failed +warned +not-run$/,
    )
    const cells = rows.map(row => row.split(/ {2,}/))
    const subject = 'https://example.org/kes@a1b2c3d4'
    expect(cells.map(row => row.slice(0, 6))).toEqual([
      ['dev', 'smoke-2', 'kes-smoke', '2026-03-05T11:00:00+04:00', subject, '60'],
      ['dev', 'smoke-1', 'kes-smoke', '2026-03-04T07:00:00.000Z', subject, '60'],
    ])
    expect(cells.map(row => row[7])).toEqual(['1', '0'])
  })

  test('says that there is none before an ingest, and forgets a run whose bundle has gone', async () => {
    expect(await said(() => list({}, signal, workplace()))).toContain('There is no run')
    await desk.ingest()
    fs.rmSync(desk.file('smoke-2'), { recursive: true })
    await desk.ingest()
    const listed = JSON.parse(await said(() => list({ json: true }, signal, workplace())))
    expect(listed).toMatchObject([{ runId: 'smoke-1', records: 60, findings: { failed: 0 } }])
  })
})

describe('mza evidence show', () => {
  test('shows claims beside what the records say, each check, and what decided it', async () => {
    await desk.ingest()
    const told = await said(() => show('smoke-2', {}, signal, workplace()))
    expect(told).toMatch(/receivedCount +1 +30 +DIFFERS/)
    expect(told).toMatch(/producedRecords +15 +15 +agrees/)
    expect(told).toMatch(/ok +true +not recomputed/)
    expect(told).toMatch(
      /claims-agree +failed +\d+ judged, 1 failed, 0 warned\n +the run claim-differs receivedCount: 1 ≠ 30/,
    )
    expect(told).toMatch(/replay-closed +not-run +no-replay/)
    expect(told).not.toContain('\u001b')
  })

  test('gives the same as JSON', async () => {
    await desk.ingest()
    const told = JSON.parse(await said(() => show('smoke-2', { json: true }, signal, workplace())))
    expect(told).toMatchObject({ runId: 'smoke-2', records: 60, environment: 'dev' })
    expect(told.claims).toContainEqual({ name: 'receivedCount', claimed: 1, recomputed: 30, agrees: false })
    expect(told.checks).toContainEqual(
      expect.objectContaining({ check: 'claims-agree', finding: 'failed', judged: 4, failed: 1 }),
    )
  })

  test('compares the newest runs of two environments, as the pages do', async () => {
    writeBundle(desk.evidence, simulatedRun({ ...SCENARIO, runId: 'stage-1', environment: 'stage' }))
    await desk.ingest()
    const told = await said(() => show('smoke-2', {}, signal, workplace()))
    expect(told).toMatch(/environment-parity +passed/)
    expect(await said(() => show('smoke-1', {}, signal, workplace()))).not.toContain('environment-parity')
    const listed = JSON.parse(await said(() => list({ json: true }, signal, workplace())))
    const sums = listed.map(({ findings }: { findings: Record<string, number> }) =>
      Object.values(findings).reduce((sum, count) => sum + count),
    )
    expect(sums).toEqual([15, 14, 15])
  })

  test('says so where there is no such run', async () => {
    expect(await said(() => show('smoke-9', {}, signal, workplace()))).toContain('There is no run "smoke-9"')
  })
})

describe('mza evidence import', () => {
  const typed = () => ({
    kind: 'single-operator-e2e',
    environment: 'dev',
    runId: 'e2e-1',
    repository: 'https://example.org/kes',
    commit: 'a1b2c3d',
    startedAt: '2026-03-06T10:00:00+04:00',
    finishedAt: '2026-03-06T10:00:05+04:00',
    summary: original(elsewhere, 'summary.json', summary(4)),
    outbox: original(elsewhere, 'outbox.jsonl', outbox(['intent-1', 'intent-2'])),
    dlq: original(elsewhere, 'dlq.jsonl', dlq(['intent-1', 'intent-2'])),
  })
  let elsewhere: string
  beforeEach(() => {
    elsewhere = fs.mkdtempSync(path.join(os.tmpdir(), 'mza-original-'))
  })
  afterEach(() => fs.rmSync(elsewhere, { recursive: true }))

  test('brings the run to the portal that runs, which warns of events without their ids', async () => {
    const portal = await takeLock(workplace().stateFolder, 'portal', 'http://127.0.0.1:3000')
    try {
      await said(() => importRun(typed(), signal, workplace()))
    } finally {
      if ('release' in portal) portal.release()
    }
    const told = await said(() => show('e2e-1', {}, signal, workplace()))
    expect(told).toMatch(/dlq-complete +warned .*\n +record 5 field-null eventId/)
    expect(told).toMatch(/no-loss +not-run +boundary-not-recorded/)
  })

  test('leaves it to the next ingest where none runs', async () => {
    await said(() => importRun(typed(), signal, workplace()))
    expect(await desk.database.query('SELECT 1 FROM evidence_run')).toEqual([])
    await desk.ingest()
    expect(await desk.database.query("SELECT 1 FROM evidence_run WHERE run_id = 'e2e-1'")).toHaveLength(1)
  })
})

describe('mza evidence verify', () => {
  test('ends well where every bundle is as it was written', async () => {
    const { code, out } = await mza('evidence', 'verify')
    expect({ code, out }).toMatchObject({
      code: 0,
      out: expect.stringContaining('Verified: 2 bundles with 120 records'),
    })
  })

  test('ends with 1 and the place where one is not, and looks at the named folders alone', async () => {
    fs.appendFileSync(desk.file('smoke-1', 'records.jsonl'), '\n')
    const all = await mza('evidence', 'verify')
    expect(all.code).toBe(1)
    expect(all.err).toMatch(/smoke-1\/records\.jsonl:1:1 error evidence-file-size: expected .+\n {4}mend: /)
    const one = await mza('evidence', 'verify', desk.file('smoke-2'))
    expect(one).toMatchObject({ code: 0, out: expect.stringContaining('1 bundle with 60 records') })
    expect((await mza('evidence', 'verify', desk.file('nowhere'))).code).toBe(1)
  })
})

describe('mza check', () => {
  test('verifies the evidence too', async () => {
    expect(await mza('check')).toMatchObject({
      code: 0,
      out: expect.stringContaining('evidence: 2 bundles, 120 records'),
    })
    fs.rmSync(desk.file('smoke-1', 'records.jsonl'))
    const { code, err } = await mza('check')
    expect(code).toBe(1)
    expect(err).toContain('error evidence-file-missing')
  })
})
