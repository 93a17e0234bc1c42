import path from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { packSendings, type Sending, sightingsOf, unpackSendings } from '#orchestrator/store/sending-rules.ts'
import { settlementOf, tupleOf } from '#orchestrator/store/settlement-tuple-rules.ts'
import {
  firstOf,
  linesOf,
  packSightings,
  type Sighting,
  unpackSightings,
} from '#orchestrator/store/sighting-rules.ts'
import { openStore } from '#orchestrator/store/store.ts'
import type { Settlement } from '#orchestrator/store/writer-model.ts'
import { temporaryFolder } from './temporary.ts'

const word = fc.string({ unit: 'binary' })
const text = word.filter(one => one.isWellFormed())
const headers = fc.dictionary(text, text).map(made => ({ ...made }))
const value = fc
  .dictionary(text, fc.oneof(text, fc.nat()))
  .chain(made => fc.constantFrom(JSON.stringify(made), JSON.stringify(made, null, '\t').replaceAll('\n', '')))
const stamp = fc.record({ seq: fc.nat(), time: fc.nat() })
const place = { partition: fc.option(fc.nat()), offset: fc.option(fc.nat()) }
const seen = fc.record({
  boundary: fc.constantFrom('consume' as const, 'effect' as const),
  stamp,
  attempt: fc.integer({ min: 1, max: 9 }),
})
const sighting: fc.Arbitrary<Sighting> = fc.record({
  seen: fc.array(seen, { minLength: 1, maxLength: 4 }),
  topic: text,
  ...place,
  key: fc.option(text),
  headers,
  value,
})
const input = { topic: text, key: text, eventId: fc.option(text), headers, value }
const sending: fc.Arbitrary<Sending> = fc.record({
  ...input,
  boundary: fc.constantFrom('publish', 'dlq', 'replay'),
  cause: fc.option(text),
})
const settlement: fc.Arbitrary<Settlement> = fc.record({
  topic: text,
  ...place,
  key: fc.option(text),
  headers,
  value: fc.option(value),
  eventId: text,
  attempts: fc.array(stamp),
  ended: stamp,
  how: fc.constantFrom('effect', 'given-up', 'duplicate'),
  sending: fc.option(fc.record(input)),
})

test('what was seen and what is to be sent is found again as it was put, tabs and all', () => {
  fc.assert(
    fc.property(
      fc.array(sighting, { minLength: 1 }),
      fc.array(sending, { minLength: 1 }),
      (seenThen, toSend) => {
        expect(unpackSightings(packSightings(seenThen))).toEqual(seenThen)
        expect(unpackSendings(packSendings(toSend))).toEqual(toSend)
      },
    ),
  )
})

test('a settlement comes to the other thread as it was', () => {
  fc.assert(
    fc.property(settlement, one => {
      expect(settlementOf(structuredClone(tupleOf(one)))).toEqual(one)
    }),
  )
})

test('a sighting has a line for each boundary, with the value as it came', () => {
  fc.assert(
    fc.property(sighting, one => {
      const lines = linesOf('worker-1', one)
      expect(lines.map(({ text: line }) => JSON.parse(line))).toEqual(
        one.seen.map(({ boundary, stamp: { seq, time }, attempt }) => ({
          process: 'worker-1',
          seq,
          boundary,
          topic: one.topic,
          partition: one.partition,
          offset: one.offset,
          key: one.key,
          timestamp: new Date(time).toISOString(),
          headers: one.headers,
          attempt,
          value: JSON.parse(one.value),
        })),
      )
      expect(lines.every(({ text: line }) => line.endsWith(`,"value":${one.value}}`))).toBe(true)
    }),
  )
})

const openKept = () => {
  const store = openStore(path.join(temporaryFolder(), 'store.sqlite'))
  onTestFinished(() => store.close())
  const sendings: Sending[] = [
    {
      topic: 'mint.confirmed',
      key: 'intent-1',
      value: '{}',
      eventId: 'one',
      headers: {},
      boundary: 'publish',
      cause: null,
    },
  ]
  return { store, sendings, id: store.putParcel('run-1', sendings) ?? 0 }
}

const seenAt = (seq: number): Sighting => ({
  seen: [{ boundary: 'consume', stamp: { seq, time: 0 }, attempt: 1 }],
  topic: 'mint.requested',
  partition: 0,
  offset: seq,
  key: 'intent-1',
  headers: {},
  value: '{}',
})

test('a parcel that two processes have sent is told by both, and waits for nobody', () => {
  const { store, sendings, id } = openKept()
  store.putSent({ id, sendings }, { runId: 'run-1', process: 'a' }, [[1, 0, 0, 7]])
  store.putSent({ id, sendings }, { runId: 'run-2', process: 'b' }, [[1, 0, 0, 8]])
  const offsets = (runId: string) => [...store.recordsOf(runId)].map(line => JSON.parse(line).offset)
  expect([offsets('run-1'), offsets('run-2')]).toEqual([[7], [8]])
  expect(store.pendingOfRun('run-1')).toEqual([])
})

test('a parcel that another run was the first to send is evidence of that run alone', () => {
  const { store, sendings, id } = openKept()
  store.putSightings('run-1', 'b', [seenAt(1)])
  store.putSent({ id, sendings }, { runId: 'run-2', process: 'b' }, [[1, 0, 0, 8]])
  const told = (runId: string) => [...store.recordsOf(runId)].map(line => JSON.parse(line).boundary)
  expect([told('run-1'), told('run-2')]).toEqual([['consume'], ['publish']])
})

test('what was seen and what was sent are told in the order in which a process came to them', () => {
  const { store, sendings, id } = openKept()
  for (const seq of [9, 1, 5]) store.putSightings('run-1', 'a', [seenAt(seq)])
  store.putSightings('run-1', 'b', [seenAt(2)])
  store.putSent({ id, sendings }, { runId: 'run-1', process: 'a' }, [[7, 0, 0, 8]])
  const second = store.putParcel('run-1', sendings) ?? 0
  store.putSent({ id: second, sendings }, { runId: 'run-1', process: 'a' }, [[3, 0, 0, 9]])
  const told = [...store.recordsOf('run-1')].map(line => JSON.parse(line))
  expect(told.map(({ process, seq }) => `${process}${seq}`)).toEqual(['a1', 'a3', 'a5', 'a7', 'a9', 'b2'])
})

test('what waits because of events is found among much that was sent, in order', () => {
  const { store, sendings } = openKept()
  const because = (cause: string) => sendings.map(one => ({ ...one, cause }))
  store.putBeginnings('run-1', sendings)
  const [first, sent, last] = ['one', 'two', 'one'].map(
    cause => store.putParcel('run-1', because(cause)) ?? 0,
  )
  store.putSent({ id: sent ?? 0, sendings: because('two') }, { runId: 'run-1', process: 'a' }, [[1, 0, 0, 7]])
  expect(store.pendingOfCauses(new Set(['one', 'two'])).map(({ id }) => id)).toEqual([first, last])
})

test('what waits outlives the evidence of its run, and what was sent does not', () => {
  const { store, sendings, id } = openKept()
  store.removeRecords('run-1')
  expect(store.pendingOfRun('run-1')).toEqual([{ id, sendings }])
  store.putSent({ id, sendings }, { runId: 'run-1', process: 'a' }, [[1, 0, 0, 7]])
  expect(store.hasRecords('run-1')).toBe(true)
  store.removeRecords('run-1')
  expect(store.hasRecords('run-1')).toBe(false)
})

test('the lines of what was sent have the place of each', () => {
  fc.assert(
    fc.property(fc.array(sending, { minLength: 1, maxLength: 5 }), toSend => {
      const told = sightingsOf(
        toSend,
        toSend.map((_, index) => [index + 3, 0, index, index + 9]),
      )
      expect(firstOf(told)).toBe(3)
      expect(told.map(({ offset, key }) => [offset, key])).toEqual(
        toSend.map(({ key }, index) => [index + 9, key]),
      )
    }),
  )
})
