import { afterEach, beforeEach, expect, test } from 'vitest'
import { openBroker } from './broker.ts'
import { runCommand } from './command.ts'
import { checksThat } from './findings.ts'
import { withKafka } from './with-kafka.ts'
import { openWorkshop, type Workshop } from './workshop.ts'

const broker = withKafka(runtime => openBroker(runtime, { name: 'chain' }))
let workshop: Workshop
beforeEach(() => {
  workshop = openWorkshop(broker().variables)
})
afterEach(() => workshop.remove())

test('intents go through the whole chain, and every check that applies passes', async () => {
  const said = await runCommand('single-operator-e2e', ['--intents', '20'], workshop.variables)
  expect(said).toMatchObject({
    ok: true,
    mode: 'single_operator_e2e',
    controlledFailureTopic: null,
    producedRecords: 100,
  })
  const { [String(said['runId'])]: findings = {} } = await workshop.findings()
  expect(checksThat('failed', findings)).toEqual([])
  expect(checksThat('not-run', findings)).toEqual([
    'dlq-complete',
    'dlq-controlled',
    'replay-closed',
    'replay-key-kept',
    'retry-policy',
  ])
})

test('a controlled failure goes to the DLQ and its replay closes it', async () => {
  const failing = { ...workshop.variables, SINGLE_OPERATOR_FAIL_ON_TOPIC: 'mint.requested' }
  const failed = await runCommand('single-operator-e2e', ['--intents', '5'], failing)
  expect(failed).toMatchObject({ ok: true, controlledFailureTopic: 'mint.requested' })
  const replayed = await runCommand('single-operator-replay-dlq', [], workshop.variables)
  expect(replayed).toMatchObject({ ok: true, intentKeyMismatches: 0 })

  const { [String(failed['runId'])]: failure = {}, [String(replayed['runId'])]: replay = {} } =
    await workshop.findings()
  expect(checksThat('failed', failure)).toEqual([])
  expect(checksThat('passed', failure)).toEqual(
    expect.arrayContaining(['dlq-complete', 'dlq-controlled', 'retry-policy', 'effect-once', 'no-loss']),
  )
  expect(checksThat('failed', replay)).toEqual([])
  expect(checksThat('passed', replay)).toEqual(
    expect.arrayContaining(['replay-closed', 'replay-key-kept', 'effect-once', 'no-loss']),
  )
})
