import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { PROJECT } from '#orchestrator/project.ts'
import { temporaryFolder } from '#tests/unit/orchestrator/temporary.ts'
import { openBroker } from '../broker.ts'
import { startCommand } from '../command.ts'
import { checksThat, judge } from '../findings.ts'
import { withKafka } from '../with-kafka.ts'

const plain = withKafka(runtime => openBroker(runtime, { name: 'kes-smoke' }))
const secured = withKafka(runtime =>
  openBroker(runtime, { name: 'kes-smoke-secured', mechanism: 'SCRAM-SHA-512' }),
)

function smoke(args: readonly string[], evidence: string, more: Readonly<Record<string, string>>) {
  const own = {
    KES_ORCHESTRATOR_KAFKA_ENABLED: 'true',
    MZA_EVIDENCE: evidence,
    KES_OUTPUTS: temporaryFolder(),
  }
  return startCommand('kes-smoke', args, { ...own, ...more })
}

const intentsIn = (bundle: unknown): Set<unknown> => {
  const lines = readFileSync(path.join(PROJECT, String(bundle), 'records.jsonl'), 'utf8')
    .trim()
    .split('\n')
  return new Set(lines.map(line => JSON.parse(line).value.intentId))
}

test('two smokes at once on one broker, one made to fail: each leaves its own intents alone, and the checks agree', async () => {
  const evidence = temporaryFolder()
  const [works, fails] = await Promise.all([
    smoke(['--intents', '40'], evidence, plain().variables).ended,
    smoke(['--intents', '25'], evidence, {
      ...plain().variables,
      SINGLE_OPERATOR_FAIL_ON_TOPIC: 'mint.requested',
    }).ended,
  ])
  expect(works.said, works.log).toMatchObject({ ok: true, mode: 'kes_smoke', receivedCount: 240 })
  expect(fails.said, fails.log).toMatchObject({ ok: true, controlledFailureTopic: 'mint.requested' })
  expect(works.said?.['events']).toHaveLength(40)
  expect(works.said?.['events']).toContainEqual({
    intentId: expect.stringContaining(String(works.said?.['runId'])),
    eventId: expect.any(String),
    topic: 'kes.orchestrator.events',
    partition: expect.any(Number),
    offset: expect.any(Number),
    schemaVersion: 'v1',
    occurredAt: expect.any(String),
    producer: 'kes-smoke',
  })
  const [ofWorks, ofFails] = [works, fails].map(({ said }) => intentsIn(said?.['bundle']))
  expect([ofWorks?.size, ofFails?.size]).toEqual([40, 25])

  const runs = await judge(evidence)
  for (const { said } of [works, fails]) {
    const findings = runs[String(said?.['runId'])] ?? {}
    expect(checksThat('failed', findings)).toEqual([])
    expect(checksThat('passed', findings)).toEqual(
      expect.arrayContaining([
        'effect-once',
        'envelope-complete',
        'key-is-intent',
        'order-per-intent',
        'partition-stable',
        'schema-valid',
        'trace-complete',
      ]),
    )
    // Offsets that the other wrote between one's own are a gap in these.
    expect(['passed', 'warned']).toContain(findings['no-loss'])
  }
  expect(runs[String(fails.said?.['runId'])]).toMatchObject({
    'dlq-controlled': 'passed',
    'dlq-complete': 'passed',
  })
})

test('what a smoke gave up on purpose is replayed from its bundle, each under its key, and the checks agree', async () => {
  const own = {
    ...plain().variables,
    KES_ORCHESTRATOR_KAFKA_ENABLED: 'true',
    MZA_EVIDENCE: temporaryFolder(),
    KES_OUTPUTS: temporaryFolder(),
  }
  const failed = await startCommand('kes-smoke', ['--intents', '12'], {
    ...own,
    SINGLE_OPERATOR_FAIL_ON_TOPIC: 'anchor.requested',
  }).ended
  expect(failed.said, failed.log).toMatchObject({ ok: true })
  const bundle = path.join(PROJECT, String(failed.said?.['bundle']))
  const replay = await startCommand('single-operator-replay-dlq', ['--bundle', bundle], own).ended
  expect(replay.said, replay.log).toMatchObject({ ok: true, replayedRecords: 12, intentKeyMismatches: 0 })
  const findings = (await judge(own.MZA_EVIDENCE))[String(replay.said?.['runId'])] ?? {}
  expect(checksThat('failed', findings)).toEqual([])
  expect(findings).toMatchObject({
    'replay-closed': 'passed',
    'replay-key-kept': 'passed',
    'effect-once': 'passed',
  })
})

test('a smoke over TLS with SCRAM leaves no secret in its bundle or its log', async () => {
  const evidence = temporaryFolder()
  const command = smoke(['--intents', '5', '--partitions', '2'], evidence, secured().variables)
  const { said, log } = await command.ended
  expect(said, log).toMatchObject({ ok: true })
  const manifest = readFileSync(path.join(PROJECT, String(said?.['bundle']), 'run.json'), 'utf8')
  expect(JSON.parse(manifest).broker).toMatchObject({
    kind: 'apache-kafka',
    partitions: { 'kes.orchestrator.events': 2, 'orchestration.dlq': 2 },
  })
  const password = String(secured().variables['KAFKA_SASL_PASSWORD'])
  expect(`${manifest}${command.told()}${JSON.stringify(said)}`).not.toContain(password)
})

test('without Kafka switched on, a smoke says which variable to set', async () => {
  const { code, said, log } = await smoke([], temporaryFolder(), {
    KES_ORCHESTRATOR_KAFKA_ENABLED: 'false',
  }).ended
  expect([code, said]).toEqual([1, null])
  expect(log).toContain('Set KES_ORCHESTRATOR_KAFKA_ENABLED=true')
})
