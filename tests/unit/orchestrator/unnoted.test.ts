import { expect, test } from 'vitest'
import { createRecorder } from '#orchestrator/store/recorder.ts'
import { createWriter } from '#orchestrator/store/writer.ts'
import type { Writer } from '#orchestrator/store/writer-model.ts'
import { createWorker } from '#orchestrator/worker/worker.ts'
import { at, openBench, RUN_ID } from './bench.ts'
import { delivery, event } from './events.ts'

/**
 * A worker whose writer does with notes of what was sent as it is told, and the keys of what it has sent.
 * @param note is given what would note it
 */
function openSlowNotes(note: (really: () => Promise<void>) => Promise<void>) {
  const sent: string[] = []
  const { store, parts } = openBench({
    transport: files => ({
      ...files,
      publish: records => {
        sent.push(...records.map(({ key }) => key))
        return files.publish(records)
      },
    }),
  })
  const recorder = createRecorder(store, RUN_ID, 'worker-2')
  const own = createWriter({ store, recorder })
  const writer: Writer = { ...own, acknowledge: (...of) => note(() => own.acknowledge(...of)) }
  const worker = createWorker(parts('worker-2', { recorder, writer }))
  const handle = (intentId: string, topic = 'milestone.approved') =>
    worker.handle([delivery(event({ eventId: `${topic} ${intentId}`, intentId }), { key: intentId, topic })])
  return { store, sent, handle }
}

test('the next is sent while it is written down what was sent, and no batch is over before', async () => {
  const gate = Promise.withResolvers<void>()
  const { store, sent, handle } = openSlowNotes(async really => {
    await gate.promise
    await really()
  })
  const over: string[] = []
  const handling = ['one', 'two'].map(id => handle(id).then(() => over.push(id)))
  await expect.poll(() => sent).toEqual(['one', 'two'])
  expect([over, store.pendingOfRun(RUN_ID).length]).toEqual([[], 2])
  gate.resolve()
  await Promise.all(handling)
  expect([over, store.pendingOfRun(RUN_ID)]).toEqual([['one', 'two'], []])
})

test('where it cannot be written down what was sent, neither that batch ends well nor any behind it', async () => {
  let notes = 0
  const { handle } = openSlowNotes(really => {
    notes += 1
    return notes === 1 ? Promise.reject(new Error('disk full')) : really()
  })
  // From the end of an intent nothing follows.
  const ended = await Promise.allSettled([handle('one'), handle('two'), handle('three', 'anchor.confirmed')])
  const reasons = ended.map(one => (one.status === 'rejected' ? String(one.reason) : one.status))
  expect(reasons).toEqual(Array(3).fill('Error: disk full'))
})

test('what follows from an event that comes again is not sent again while its note is on the way', async () => {
  const gate = Promise.withResolvers<void>()
  const { store, sent, handle } = openSlowNotes(async really => {
    await gate.promise
    await really()
  })
  const handling = [handle('one'), handle('one')]
  await expect.poll(() => at(store, 'consume')).toHaveLength(2)
  await expect.poll(() => sent).toEqual(['one'])
  gate.resolve()
  await Promise.all(handling)
  expect(sent).toEqual(['one'])
})
