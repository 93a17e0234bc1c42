import { Producer } from '@platformatic/kafka'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openBroker } from './broker.ts'
import { runCommand } from './command.ts'
import { checksThat } from './findings.ts'
import { startOf } from './starts.ts'
import { withKafka } from './with-kafka.ts'
import { openWorkshop, type Workshop } from './workshop.ts'

const broker = withKafka(runtime => openBroker(runtime, { name: 'deliveries', partitions: 1 }))
let workshop: Workshop
beforeEach(() => {
  workshop = openWorkshop(broker().variables)
})
afterEach(() => workshop.remove())

interface Raw {
  readonly key: string
  readonly value: string | Uint8Array | null
}

/** Sends records as nobody should, in this order, on a topic of one partition. */
async function send(topic: string, records: readonly Raw[]): Promise<void> {
  const producer = new Producer({ clientId: 'test', bootstrapBrokers: [broker().inner], acks: -1 })
  const messages = records.map(({ key, value }) => ({
    topic,
    key: Buffer.from(key),
    ...(value !== null && { value: Buffer.from(value) }),
  }))
  await producer.send({ messages })
  await producer.close()
}

/** Where it lay, and what it was, so that it can be had again. */
const ORIGIN = { topic: 'milestone.approved', partition: 0, offset: expect.any(Number) }
const ORIGINAL = {
  key: expect.any(String),
  value: expect.toSatisfy((value: unknown) => value === null || typeof value === 'string'),
  isCut: false,
}

const consumer = ['--chain', '--partitions', '1', '--idle-s', '4']

/** Makes the topics and begins nothing. */
const makeTopics = () => runCommand('kes-consumer', consumer, workshop.variables)

test('an event that is delivered again and again has one effect', async () => {
  await makeTopics()
  const starts = Array.from({ length: 40 }, (_, number) => startOf(`again-${number}`))
  await send('milestone.approved', [...starts, ...starts])
  await send('milestone.approved', starts.toReversed())
  const said = await runCommand('kes-consumer', consumer, workshop.variables)
  // Three of each at the beginning of the chain, one at each of its other steps.
  expect(said).toMatchObject({ ok: true, receivedCount: 40 * 3 + 40 * 4 })
  const { [String(said['runId'])]: findings = {} } = await workshop.findings()
  expect(checksThat('failed', findings)).toEqual([])
  expect(checksThat('passed', findings)).toEqual(expect.arrayContaining(['effect-once', 'claims-agree']))
})

test('what is no event goes to the DLQ at once, and what lies behind it is handled', async () => {
  await makeTopics()
  const event = (intentId: string) => JSON.parse(startOf(intentId).value)
  const wrong = {
    'not JSON': { key: 'poison-1', value: '{"schemaVersion":"v1",' },
    'no UTF-8': { key: 'poison-2', value: Uint8Array.of(0xff, 0xfe, 0x00) },
    'no value': { key: 'poison-3', value: null },
    'no object': { key: 'poison-4', value: '[]' },
    'no payload': { key: 'wrong-1', value: JSON.stringify({ ...event('wrong-1'), payload: undefined }) },
    'no such version': {
      key: 'wrong-2',
      value: JSON.stringify({ ...event('wrong-2'), schemaVersion: 'v9' }),
    },
    'another key': { key: 'another', value: JSON.stringify(event('wrong-3')) },
  }
  const good = Array.from({ length: 10 }, (_, number) => startOf(`good-${number}`))
  await send('milestone.approved', [...Object.values(wrong), ...good])
  const said = await runCommand('kes-consumer', consumer, workshop.variables)
  const runId = String(said['runId'])
  const records = workshop.records(runId)
  const endings = records.filter(
    ({ boundary, topic }) => boundary === 'effect' && topic === 'anchor.confirmed',
  )
  expect(endings.map(({ key }) => key).toSorted()).toEqual(good.map(({ key }) => key).toSorted())

  const given = records.filter(({ boundary }) => boundary === 'dlq').map(({ value }) => value)
  expect(
    given.map(({ intentId, eventId, reason }) => [intentId, eventId, String(reason).split(':')[0]]),
  ).toEqual([
    ['poison-1', null, 'poison_message'],
    ['poison-2', null, 'poison_message'],
    ['poison-3', null, 'poison_message'],
    ['poison-4', null, 'poison_message'],
    ['wrong-1', 'wrong-1-approved', 'schema_invalid'],
    ['wrong-2', 'wrong-2-approved', 'schema_unknown'],
    ['wrong-3', 'wrong-3-approved', 'key_not_intent'],
  ])
  expect(given).toEqual(given.map(() => expect.objectContaining({ origin: ORIGIN, original: ORIGINAL })))
  expect(records.filter(({ attempt }) => attempt > 1)).toEqual([])
  // The bundle hides nothing of it.
  const { [runId]: findings = {} } = await workshop.findings()
  expect(checksThat('failed', findings)).toEqual([
    'dlq-controlled',
    'envelope-complete',
    'key-is-intent',
    'schema-valid',
  ])
  expect(checksThat('warned', findings)).toEqual(['dlq-complete', 'retry-policy'])
})
