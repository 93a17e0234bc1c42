import { expect, onTestFinished, test } from 'vitest'
import { openBroker } from '../broker.ts'
import { withKafka } from '../with-kafka.ts'
import { openTransport, someRecords } from './open-transport.ts'

const broker = withKafka(runtime => openBroker(runtime, { name: 'transport-outage' }))

test.each(['SIGTERM', 'SIGKILL'] as const)(
  'a broker that goes by %s and comes back under load loses nothing, and has each record once',
  async how => {
    const topic = `outage-${how}`
    const transport = openTransport(broker().variables, 60_000)
    await transport.ensureTopics([topic], 3)
    const controller = new AbortController()
    const received: string[] = []
    const consuming = transport.consume({
      topics: [topic],
      groupId: topic,
      fromBeginning: true,
      signal: controller.signal,
      handle: async batch => void received.push(...batch.map(({ value }) => String(value))),
    })
    const sent: string[] = []
    let isSending = true
    onTestFinished(() => {
      isSending = false
    })
    const sending = (async () => {
      for (let round = 0; isSending; round += 1) {
        const records = someRecords(topic, 20).map((record, index) => ({
          ...record,
          value: `${round}-${index}`,
        }))
        await transport.publish(records)
        sent.push(...records.map(({ value }) => value))
      }
    })()
    await expect.poll(() => received.length, { timeout: 30_000 }).toBeGreaterThan(200)
    await broker().stop(how)
    const before = sent.length
    await broker().start()
    await expect.poll(() => sent.length, { timeout: 60_000 }).toBeGreaterThan(before + 200)
    isSending = false
    await sending
    await expect.poll(() => new Set(sent).difference(new Set(received)).size, { timeout: 60_000 }).toBe(0)
    controller.abort()
    await consuming

    // Read again by nobody who was there: what lies on the topic, each record of it once.
    const lying: string[] = []
    const reader = new AbortController()
    await transport.consume({
      topics: [topic],
      groupId: `${topic}-reader`,
      fromBeginning: true,
      signal: reader.signal,
      handle: async batch => {
        lying.push(...batch.map(({ value }) => String(value)))
        if (lying.length >= sent.length) reader.abort()
      },
    })
    await transport.close()
    expect(lying.toSorted()).toEqual(sent.toSorted())
  },
)

test('where no broker answers, a publish is given up when its time is over, and closing does not wait', async () => {
  const transport = openTransport({ KAFKA_BROKERS: '127.0.0.1:1' }, 1000)
  await expect(transport.publish(someRecords('away', 1))).rejects.toMatchObject({ code: 'unreachable' })
  await expect(transport.describe(['away'])).rejects.toMatchObject({ code: 'unreachable' })
  await transport.close()
  await expect(transport.publish(someRecords('away', 1))).rejects.toMatchObject({ code: 'closed' })
})

test('a consumer whose brokers are away can be told to end', async () => {
  const transport = openTransport({ KAFKA_BROKERS: '127.0.0.1:1' })
  const controller = new AbortController()
  const consuming = transport.consume({
    topics: ['away'],
    groupId: 'away',
    fromBeginning: true,
    signal: controller.signal,
    handle: async () => {},
  })
  controller.abort()
  await consuming
  await transport.close()
})
