import { expect, test } from 'vitest'
import type { RawMessage } from '#orchestrator/kafka/delivery-rules.ts'
import { openHand } from '#orchestrator/kafka/hand.ts'

const batch = (offset: number): RawMessage[] => [
  { topic: 'a', partition: 0, offset: BigInt(offset), timestamp: 0n, headers: new Map() },
]

/** A hand whose batches are handled when the test says so. */
function openTold() {
  const handling: PromiseWithResolvers<void>[] = []
  const committed: bigint[] = []
  const failures: Error[] = []
  const hand = openHand(
    () => {
      const told = Promise.withResolvers<void>()
      handling.push(told)
      return told.promise
    },
    async ([first]) => void committed.push(first?.offset ?? -1n),
    error => failures.push(error),
  )
  return { hand, handling, committed, failures }
}

test('batches are committed in their order, whichever is handled first', async () => {
  const { hand, handling, committed } = openTold()
  await hand.take(batch(1))
  await hand.take(batch(2))
  handling[1]?.resolve()
  await Promise.resolve()
  expect(committed).toEqual([])
  handling[0]?.resolve()
  await hand.empty()
  expect(committed).toEqual([1n, 2n])
})

test('another batch is taken only when there is room', async () => {
  const { hand, handling, committed } = openTold()
  await hand.take(batch(1))
  await hand.take(batch(2))
  const third = hand.take(batch(3))
  expect(await Promise.race([third.then(() => 'room'), Promise.resolve('full')])).toBe('full')
  handling[0]?.resolve()
  await third
  expect(committed).toEqual([1n])
})

test('a failure is told at once, and nothing behind it is committed', async () => {
  const { hand, handling, committed, failures } = openTold()
  await hand.take(batch(1))
  await hand.take(batch(2))
  handling[0]?.reject(new Error('the store is full'))
  await expect.poll(() => failures.length).toBeGreaterThan(0)
  handling[1]?.resolve()
  await expect(hand.empty()).rejects.toThrow('the store is full')
  expect(committed).toEqual([])
})
