import { Producer } from '@platformatic/kafka'
import { expect, test } from 'vitest'
import { partitionOf } from '#features/evidence/murmur2-rules.ts'
import type { Placement } from '#orchestrator/transport-model.ts'
import { openBroker } from '../broker.ts'
import { withKafka } from '../with-kafka.ts'
import { consumeUntil, openTransport, someRecords } from './open-transport.ts'

const broker = withKafka(runtime => openBroker(runtime, { name: 'transport-records' }))

test('records come as they were sent, where their placements say, on the partition that murmur2 gives', async () => {
  const transport = openTransport(broker().variables)
  await transport.ensureTopics(['sent'], 3)
  const records = someRecords('sent', 3000)
  const placements = await transport.publish(records)
  const deliveries = await consumeUntil(transport, { topic: 'sent', groupId: 'reader', count: 3000 })
  await transport.close()

  const sent = records.map(({ eventId: _, ...record }, index) => ({ ...record, ...placements[index] }))
  const inPlace = ({ partition, offset }: Partial<Placement>) => Number(partition) * 1e6 + Number(offset)
  expect(deliveries.toSorted((a, b) => inPlace(a) - inPlace(b))).toEqual(
    sent.toSorted((a, b) => inPlace(a) - inPlace(b)),
  )
  for (const { key, partition } of sent) expect(partition).toBe(partitionOf(key, 3))
})

test('each intent’s records come in the order in which they were sent', async () => {
  const transport = openTransport(broker().variables)
  await transport.ensureTopics(['ordered'], 3)
  await Promise.all(
    Array.from({ length: 20 }, (_, round) =>
      transport.publish(
        someRecords('ordered', 50).map((record, index) => ({ ...record, value: `${round * 50 + index}` })),
      ),
    ),
  )
  const deliveries = await consumeUntil(transport, { topic: 'ordered', groupId: 'reader', count: 1000 })
  await transport.close()
  for (const [, ofKey] of Map.groupBy(deliveries, ({ key }) => key)) {
    const numbers = ofKey.map(({ value }) => Number(value))
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
  }
})

test('bytes that are no text come as an address from which they can be had again, and no value as none', async () => {
  const transport = openTransport(broker().variables)
  await transport.ensureTopics(['odd'], 1)
  const producer = new Producer({ clientId: 'odd', bootstrapBrokers: [broker().inner] })
  const bytes = Buffer.from([0xff, 0xfe, 0x00])
  await producer.send({ messages: [{ topic: 'odd', key: bytes, value: bytes }, { topic: 'odd' }] })
  await producer.close()
  const [odd, empty] = await consumeUntil(transport, { topic: 'odd', groupId: 'reader', count: 2 })
  await transport.close()
  const address = `data:application/octet-stream;base64,${bytes.toString('base64')}`
  expect(odd).toMatchObject({ key: address, value: address })
  expect(empty).toMatchObject({ key: null, value: null })
})

test('topics are made once, and one that is there keeps its partitions', async () => {
  const transport = openTransport(broker().variables)
  await Promise.all([
    transport.ensureTopics(['made'], 4),
    transport.ensureTopics(['made'], 4),
    transport.ensureTopics(['made'], 4),
  ])
  await transport.ensureTopics(['made', 'made-later'], 2)
  expect(await transport.describe(['made', 'made-later', 'never-made'])).toMatchObject({
    kind: 'apache-kafka',
    version: expect.stringMatching(/^4\.\d+/),
    partitions: { made: 4, 'made-later': 2 },
  })
  await transport.close()
})

test('a record that no broker would take is refused, and the others of the program are not', async () => {
  const transport = openTransport(broker().variables)
  await transport.ensureTopics(['size'], 1)
  const [record] = someRecords('size', 1)
  if (!record) throw new Error('no record')
  const large = transport.publish([{ ...record, value: 'x'.repeat(1_000_000) }])
  await expect(large).rejects.toMatchObject({ code: 'too-large' })
  const many = Array.from({ length: 8 }, () => ({ ...record, value: 'x'.repeat(500_000) }))
  expect((await transport.publish(many)).map(({ offset }) => offset)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  await transport.close()
})
