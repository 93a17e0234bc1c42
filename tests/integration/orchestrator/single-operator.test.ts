import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { PROJECT } from '#orchestrator/project.ts'
import { EvidenceDesk } from '#tests/integration/evidence/evidence-desk.ts'
import { checksWith, findingsOf } from './findings.ts'
import { ended, Operator } from './operator.ts'

const E2E = 'single-operator-e2e'
const REPLAY = 'single-operator-replay-dlq'
const FAILING = { SINGLE_OPERATOR_FAIL_ON_TOPIC: 'mint.requested' }

let desk: EvidenceDesk
let operator: Operator

beforeEach(async () => {
  desk = await EvidenceDesk.open()
  operator = new Operator(path.join(desk.evidence, '.outputs'), desk.evidence)
})

afterEach(() => desk.remove())

/** What can be judged of a run that sends, has effects and no broker. */
const JUDGED = [
  'claims-agree',
  'effect-once',
  'envelope-complete',
  'key-is-intent',
  'no-loss',
  'order-per-intent',
  'schema-valid',
]

describe('single-operator:e2e', () => {
  test('carries its intents to the end, and every check that can judge finds it in order', async () => {
    const summary = await operator.summary(E2E, ['--intents', '3'])
    expect(summary).toMatchObject({
      ok: true,
      mode: 'single_operator_e2e',
      controlledFailureTopic: null,
      producedRecords: 15,
      outboxFile: path.relative(PROJECT, path.join(operator.outputs, 'single_operator_outbox.jsonl')),
      dlqFile: path.relative(PROJECT, path.join(operator.outputs, 'single_operator_dlq.jsonl')),
    })
    const found = (await findingsOf(desk))[summary.runId]
    expect(checksWith(found, 'passed')).toEqual(JUDGED)
    expect(checksWith(found, 'failed', 'warned')).toEqual([])
  })

  test('fails where it is told to: the DLQ has it all, without effect, after every attempt', async () => {
    const summary = await operator.summary(E2E, ['--intents', '3'], FAILING)
    expect(summary).toMatchObject({ ok: true, controlledFailureTopic: 'mint.requested', producedRecords: 6 })
    const found = (await findingsOf(desk))[summary.runId]
    expect(checksWith(found, 'passed')).toEqual(
      [...JUDGED, 'dlq-complete', 'dlq-controlled', 'retry-policy'].toSorted(),
    )
    expect(checksWith(found, 'failed', 'warned')).toEqual([])
  })

  test('brings its bundle to the portal at once where it is asked to', async () => {
    const address = new URL(inject('adminUrl'))
    address.pathname = new URL(desk.database.writeUrl).pathname
    const variables = { DATABASE_URL: address.href, MZA_CONTENT: desk.content.folder }
    const { runId } = await operator.summary(E2E, ['--intents', '1', '--ingest'], variables)
    const rows = await desk.database.query('SELECT run_id FROM evidence_run')
    expect(rows).toEqual([{ run_id: runId }])
  })

  test('says what is wrong with its options and its environment, and prints nothing', async () => {
    const option = await operator.run(E2E, ['--intents', 'many'])
    expect(option).toMatchObject({ code: 1, out: '', err: expect.stringContaining('whole number from 1') })
    const variable = await operator.run(E2E, [], { KES_ENVIRONMENT: 'production' })
    expect(variable).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('KES_ENVIRONMENT: must be'),
    })
  })

  test('traces every boundary on standard error', async () => {
    const { err } = await operator.run(E2E, ['--intents', '1'])
    const lines = err.split('\n').flatMap(line => (line.startsWith('{') ? [JSON.parse(line)] : []))
    for (const boundary of ['publish', 'consume']) {
      const traces = lines.filter(({ msg }) => msg === boundary)
      expect(traces.map(({ topic }) => topic)).toHaveLength(5)
      for (const trace of traces)
        expect(Object.keys(trace)).toEqual(
          expect.arrayContaining(['intentId', 'eventId', 'topic', 'partition', 'offset']),
        )
    }
  })
})

describe('single-operator:replay-dlq', () => {
  test('says in a dry run what it would send, and writes nothing', async () => {
    await operator.summary(E2E, ['--intents', '2'], FAILING)
    const files = fs.readdirSync(operator.outputs).filter(name => name.endsWith('l'))
    const bytes = () => files.map(name => fs.readFileSync(path.join(operator.outputs, name)))
    const before = bytes()
    const summary = await operator.summary(REPLAY, ['--dry-run'])
    expect(summary).toMatchObject({ ok: true, dryRun: true, dlqRecords: 2, replayedRecords: 2, runId: null })
    expect(bytes()).toEqual(before)
    expect(operator.runs()).toHaveLength(1)
  })

  test('brings what failed to its end, which the checks hold against the run that failed', async () => {
    const failed = await operator.summary(E2E, ['--intents', '3'], FAILING)
    const summary = await operator.summary(REPLAY)
    expect(summary).toMatchObject({
      ok: true,
      mode: 'single_operator_replay_dlq',
      dlqFile: failed['dlqFile'],
      dlqRecords: 3,
      replayedRecords: 3,
      intentKeyMismatches: 0,
    })
    const found = (await findingsOf(desk))[summary.runId]
    expect(checksWith(found, 'passed')).toEqual([...JUDGED, 'replay-closed', 'replay-key-kept'].toSorted())
    expect(checksWith(found, 'failed', 'warned')).toEqual([])
    expect(await operator.summary(REPLAY)).toMatchObject({ ok: true, replayedRecords: 0, skippedRecords: 3 })
  })

  test('does so from a bundle alone, and names it by its hash', async () => {
    const failed = await operator.summary(E2E, ['--intents', '2'], FAILING)
    const elsewhere = new Operator(path.join(desk.evidence, '.elsewhere'), desk.evidence)
    const bundle = path.join(desk.evidence, 'dev', failed.runId)
    const { runId } = await elsewhere.summary(REPLAY, ['--bundle', bundle])
    const { replays } = JSON.parse(fs.readFileSync(desk.file(runId, 'run.json'), 'utf8'))
    const sha256 = createHash('sha256')
      .update(fs.readFileSync(path.join(bundle, 'run.json')))
      .digest('hex')
    expect(replays).toEqual([{ runId: failed.runId, sha256 }])
    const found = (await findingsOf(desk))[runId]
    expect(checksWith(found, 'passed')).toEqual(expect.arrayContaining(['replay-closed', 'replay-key-kept']))
  })

  test('says so where there is nothing to replay, or a bundle is not what it was', async () => {
    expect(await operator.run(REPLAY)).toMatchObject({ code: 1, err: expect.stringContaining('There is no') })
    const failed = await operator.summary(E2E, ['--intents', '1'], FAILING)
    fs.appendFileSync(desk.file(failed.runId, 'records.jsonl'), '\n')
    expect(await operator.run(REPLAY, ['--bundle', desk.file(failed.runId)])).toMatchObject({
      code: 1,
      err: expect.stringContaining('is not the file that run.json names'),
    })
  })
})

test('a replay that finds no broker says so and prints nothing', async () => {
  const away = { KES_ORCHESTRATOR_KAFKA_ENABLED: 'true', KAFKA_BROKERS: '127.0.0.1:1' }
  expect(await operator.run(REPLAY, ['--dry-run'], away)).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringMatching(/127\.0\.0\.1:1|ECONNREFUSED|no broker/i),
  })
})

describe('a single operator’s process that is killed', () => {
  const KILLS = 10

  /**
   * Runs a command and kills it at random moments, as often as it takes; where a run came to its end meanwhile, the next
   * one. Gives all of them.
   */
  async function killedRuns(
    args: readonly string[],
    variables: Record<string, string> = {},
  ): Promise<string[]> {
    for (let kills = 0; kills < KILLS; ) {
      const child = operator.start(E2E, args, { KES_LOG_LEVEL: 'warn', ...variables })
      const end = ended(child)
      // From before anything is there to in the midst of the work.
      await sleep(120 + Math.random() * 400)
      child.kill('SIGKILL')
      if ((await end).code === null) kills += 1
    }
    await operator.summary(E2E, args, variables)
    return operator.runs()
  }

  /** The ids of the events that were at a boundary, those of a DLQ record being the failed one's. */
  const idsAt = (runId: string, boundary: string): string[] =>
    fs
      .readFileSync(desk.file(runId, 'records.jsonl'), 'utf8')
      .split('\n')
      .flatMap(line => (line.includes(`"boundary":"${boundary}"`) ? [JSON.parse(line).value.eventId] : []))

  test('goes on where it was: every event has one effect, and nothing is lost', {
    timeout: 240_000,
  }, async () => {
    const intents = 1500
    const runs = await killedRuns(['--intents', String(intents)])
    const findings = await findingsOf(desk)
    for (const runId of runs) {
      const effects = idsAt(runId, 'effect')
      expect(effects).toHaveLength(5 * intents)
      expect(new Set(effects).size).toBe(5 * intents)
      expect(checksWith(findings[runId], 'failed', 'warned')).toEqual([])
      expect(checksWith(findings[runId], 'passed')).toEqual(JUDGED)
    }
  })

  test('has each event that fails in the DLQ, though it was killed between attempts', {
    timeout: 240_000,
  }, async () => {
    const intents = 300
    const runs = await killedRuns(['--intents', String(intents)], FAILING)
    const findings = await findingsOf(desk)
    for (const runId of runs) {
      expect(idsAt(runId, 'effect')).toHaveLength(intents)
      expect(new Set(idsAt(runId, 'dlq')).size).toBe(intents)
      expect(checksWith(findings[runId], 'failed', 'warned')).toEqual([])
      expect(checksWith(findings[runId], 'passed')).toEqual(
        expect.arrayContaining(['dlq-controlled', 'retry-policy']),
      )
    }
  })

  test('ends when it is asked to, and goes on with the same run', { timeout: 240_000 }, async () => {
    const child = operator.start(E2E, ['--intents', '3000'])
    const end = ended(child)
    while (!fs.existsSync(path.join(operator.outputs, 'single_operator_outbox.jsonl'))) await sleep(10)
    child.kill('SIGTERM')
    expect(await end).toMatchObject({ code: 130, out: '', err: expect.stringContaining('goes on from here') })
    expect(operator.runs()).toEqual([])
    expect(await operator.summary(E2E)).toMatchObject({ ok: true, producedRecords: 15_000 })
  })

  test('keeps others from starting beside it, or from beginning what would hide its run', async () => {
    const child = operator.start(E2E, ['--intents', '5000'])
    const end = ended(child)
    while (!fs.existsSync(path.join(operator.outputs, 'single_operator_outbox.jsonl'))) await sleep(10)
    expect(await operator.run(REPLAY)).toMatchObject({
      code: 1,
      err: expect.stringContaining('is at work in'),
    })
    child.kill('SIGKILL')
    await end
    expect(await operator.run(REPLAY)).toMatchObject({
      code: 1,
      err: expect.stringContaining('was interrupted and is not at its end'),
    })
  })
})
