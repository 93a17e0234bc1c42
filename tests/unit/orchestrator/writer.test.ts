import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openWriter } from '#orchestrator/store/open-writer.ts'
import { createRecorder } from '#orchestrator/store/recorder.ts'
import { openStore } from '#orchestrator/store/store.ts'
import type { Settlement } from '#orchestrator/store/writer-model.ts'
import { at, RUN_ID, recordsOf } from './bench.ts'
import { temporaryFolder } from './temporary.ts'

/** A writer with its thread. */
function openThread() {
  const store = openStore(path.join(temporaryFolder(), 'store.sqlite'))
  const recorder = createRecorder(store, RUN_ID, 'worker-1')
  const writer = openWriter(store, recorder)
  onTestFinished(() => writer.close().then(() => store.close()))
  const settlement = (eventId: string): Settlement => ({
    topic: 'mint.requested',
    partition: 0,
    offset: 7,
    key: 'intent-1',
    headers: {},
    value: JSON.stringify({ eventId }),
    eventId,
    attempts: [recorder.stamp()],
    ended: recorder.stamp(),
    how: 'effect',
    sending: {
      topic: 'mint.confirmed',
      key: 'intent-1',
      value: JSON.stringify({ eventId: `${eventId}-next` }),
      eventId: `${eventId}-next`,
      headers: {},
    },
  })
  return { store, recorder, writer, settlement }
}

test('what the thread has written is in the store, an end once, and what follows waits until it is acknowledged', async () => {
  const { store, recorder, writer, settlement } = openThread()
  const [first, second] = await Promise.all([
    writer.settle([settlement('one'), settlement('two')]),
    writer.settle([settlement('two'), settlement('three')]),
  ])
  expect(first.repeated).toEqual([])
  expect(second.repeated).toEqual([0])
  expect(at(store, 'effect')).toEqual(['one', 'two', 'three'].map(id => `mint.requested ${id}`))
  const waiting = store.pendingOfRun(RUN_ID)
  expect(waiting.map(({ id }) => id)).toEqual([first.parcel, second.parcel])
  expect(waiting.flatMap(({ sendings }) => sendings.map(({ eventId }) => eventId))).toEqual([
    'one-next',
    'two-next',
    'three-next',
  ])
  const { seq, time } = recorder.stamp()
  await writer.acknowledge(second.parcel ?? 0, [[seq, time, 3, 9]])
  expect(store.pendingOfRun(RUN_ID).map(({ id }) => id)).toEqual([first.parcel])
  expect(recordsOf(store).at(-1)).toMatchObject({
    boundary: 'publish',
    topic: 'mint.confirmed',
    partition: 3,
    offset: 9,
    value: { eventId: 'three-next' },
  })
})

test('what the thread cannot write it says, writes nothing of it, and goes on', async () => {
  const { store, writer, settlement } = openThread()
  const { parcel } = await writer.settle([settlement('one')])
  await expect(writer.acknowledge(parcel ?? 0, [])).rejects.toThrow('Fewer records were acknowledged')
  expect(store.pendingOfRun(RUN_ID)).toHaveLength(1)
  expect((await writer.settle([settlement('two')])).repeated).toEqual([])
})

test('a thread that has ended is a failure of whoever waits for it', async () => {
  const { writer, settlement } = openThread()
  await writer.close()
  await expect(writer.settle([settlement('one')])).rejects.toThrow('has ended')
})
