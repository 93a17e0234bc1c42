import { afterEach, beforeEach, expect, test } from 'vitest'
import { openBroker } from '../broker.ts'
import { runCommand, startCommand } from '../command.ts'
import { withKafka } from '../with-kafka.ts'
import { openWorkshop, type Workshop } from '../workshop.ts'

const broker = withKafka(runtime => openBroker(runtime, { name: 'one-store' }))
let workshop: Workshop
beforeEach(() => {
  workshop = openWorkshop(broker().variables)
})
afterEach(() => workshop.remove())

const REPLAY = 'single-operator-replay-dlq'

test('a replay says so where there is no DLQ', async () => {
  const { code, said, log } = await startCommand(REPLAY, [], workshop.variables).ended
  expect([code, said], log).toEqual([1, null])
  expect(log).toContain('The brokers have no topic orchestration.dlq')
})

test('what a smoke and a replay brought to its end has no second effect when the chain is read from its beginning', async () => {
  await runCommand('kes-smoke', ['--intents', '1'], workshop.variables)
  expect(await runCommand(REPLAY, [], workshop.variables)).toMatchObject({ ok: true, dlqRecords: 0 })
  const failing = { ...workshop.variables, SINGLE_OPERATOR_FAIL_ON_TOPIC: 'mint.requested' }
  expect(await runCommand('kes-smoke', ['--intents', '4'], failing)).toMatchObject({ ok: true })
  expect(await runCommand(REPLAY, [], workshop.variables)).toMatchObject({
    ok: true,
    dlqRecords: 4,
    replayedRecords: 4,
  })
  const args = ['--chain', '--group', 'from-the-beginning', '--idle-s', '10']
  const chain = startCommand('kes-consumer', args, workshop.variables)
  const { said, log } = await chain.ended
  // An intent has six events; the replay sent one of each that failed again.
  expect(chain.told().match(/"msg":"consume"/g), log).toHaveLength(5 * 6 + 4)
  expect(chain.told()).not.toContain('"msg":"publish"')
  expect(said, log).toMatchObject({ ok: true, receivedCount: null, bundle: null })
})
