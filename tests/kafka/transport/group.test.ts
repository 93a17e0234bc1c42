import { expect, test } from 'vitest'
import type { Delivery } from '#orchestrator/transport-model.ts'
import { openBroker } from '../broker.ts'
import { withKafka } from '../with-kafka.ts'
import { consumeUntil, openTransport, someRecords } from './open-transport.ts'

const broker = withKafka(runtime => openBroker(runtime, { name: 'transport-group' }))

/** A member of a group that can be told to leave. */
function join(topic: string, groupId: string, handle: (batch: readonly Delivery[]) => Promise<void>) {
  const transport = openTransport(broker().variables)
  const controller = new AbortController()
  const done = transport.consume({
    topics: [topic],
    groupId,
    fromBeginning: true,
    signal: controller.signal,
    handle,
  })
  return {
    done,
    leave: async () => {
      controller.abort()
      await done
      await transport.close()
    },
  }
}

test('a group goes on behind what it has handled', async () => {
  const transport = openTransport(broker().variables)
  await transport.ensureTopics(['again'], 3)
  await transport.publish(someRecords('again', 1200))
  const first = await consumeUntil(transport, { topic: 'again', groupId: 'same', count: 700 })
  const rest = await consumeUntil(transport, { topic: 'again', groupId: 'same', count: 1200 - first.length })
  await transport.close()
  const places = [...first, ...rest].map(({ partition, offset }) => `${partition}:${offset}`)
  expect(new Set(places).size).toBe(1200)
  expect(places.length).toBe(1200)
})

test('a group that is to begin now gets nothing from before, and what was sent before it reads', async () => {
  const transport = openTransport(broker().variables)
  await transport.ensureTopics(['begun'], 3)
  await transport.publish(someRecords('begun', 50))
  await transport.beginGroup('begun', ['begun'])
  const after = await transport.publish(someRecords('begun', 30))
  // Asked again, as by a command that goes on with its run: it stays where it was.
  await transport.beginGroup('begun', ['begun'])
  const deliveries = await consumeUntil(transport, { topic: 'begun', groupId: 'begun', count: 30 })
  await transport.close()
  const places = (records: readonly { partition: number | null; offset: number | null }[]) =>
    records.map(({ partition, offset }) => `${partition}:${offset}`).toSorted()
  expect(places(deliveries)).toEqual(places(after))
})

test('what could not be handled ends the consumer with its reason, and comes again to the next', async () => {
  const transport = openTransport(broker().variables)
  await transport.ensureTopics(['failing'], 1)
  await transport.publish(someRecords('failing', 10))
  const { signal } = new AbortController()
  const failing = transport.consume({
    topics: ['failing'],
    groupId: 'failing',
    fromBeginning: true,
    signal,
    handle: () => Promise.reject(new Error('the store is full')),
  })
  await expect(failing).rejects.toThrow('the store is full')
  const deliveries = await consumeUntil(transport, { topic: 'failing', groupId: 'failing', count: 10 })
  await transport.close()
  expect(deliveries.map(({ offset }) => offset)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
})

test('two members share the partitions, and while they come and go every record is handled', async () => {
  const sender = openTransport(broker().variables)
  await sender.ensureTopics(['shared'], 6)
  const handled = { one: new Set<string>(), two: new Set<string>() }
  const handle = (name: keyof typeof handled) => async (batch: readonly Delivery[]) => {
    for (const { partition, offset } of batch) handled[name].add(`${partition}:${offset}`)
  }
  const sent = new Set<string>()
  const publish = async () => {
    for (const { partition, offset } of await sender.publish(someRecords('shared', 100)))
      sent.add(`${partition}:${offset}`)
  }
  /** Goes on sending until a member has had its share. */
  const publishUntil = async (name: keyof typeof handled, share: number) => {
    const latest = performance.now() + 60_000
    while (handled[name].size < share && performance.now() < latest) await publish()
    expect(handled[name].size).toBeGreaterThanOrEqual(share)
  }
  const one = join('shared', 'shared', handle('one'))
  await publishUntil('one', 500)
  const two = join('shared', 'shared', handle('two'))
  await publishUntil('two', 500)
  const shareOfOne = handled.one.size
  await one.leave()
  expect(shareOfOne).toBeGreaterThan(500)
  await publishUntil('two', handled.two.size + 500)
  await expect.poll(() => sent.difference(handled.one.union(handled.two)).size, { timeout: 30_000 }).toBe(0)
  await two.leave()
  await sender.close()
})
