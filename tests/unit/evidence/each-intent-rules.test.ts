import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldByIntent, type IntentRecords } from '#features/evidence/each-intent-rules.ts'
import { intentOf } from '#features/evidence/event-rules.ts'
import type { EvidenceRecord } from '#features/evidence/record-model.ts'
import { inFeedOrder } from './feed.ts'

const id = fc.constantFrom(null, 'a', 'b', 'c')

const records = fc.array(fc.record({ intentId: id, key: id })).map(made =>
  made.map(
    ({ intentId, key }, index): EvidenceRecord => ({
      runId: 'run-1',
      number: index + 1,
      process: 'p',
      seq: index,
      boundary: 'publish',
      topic: 't',
      partition: 0,
      offset: index,
      key,
      time: index,
      headers: {},
      attempt: 1,
      value: {},
      eventId: null,
      intentId,
    }),
  ),
)

test('each intent is judged once, with all of its records in their order', () => {
  fc.assert(
    fc.property(records, records, (own, replayed) => {
      const judged: IntentRecords[] = []
      const fold = foldByIntent(intent => judged.push(intent))
      for (const { record, isReplayed } of inFeedOrder(own, replayed))
        if (isReplayed) fold.takeReplayed?.(record)
        else fold.take(record)
      fold.finish()
      const intents = judged.map(intent => [...intent.records, ...intent.replayed].map(intentOf))
      for (const of of intents) expect(new Set(of).size).toBe(1)
      expect(new Set(intents.map(([first]) => first)).size).toBe(judged.length)
      for (const { records: taken } of judged)
        expect(taken).toEqual(taken.toSorted((a, b) => a.number - b.number))
      expect(judged.flatMap(intent => intent.records)).toHaveLength(own.length)
      expect(judged.flatMap(intent => intent.replayed)).toHaveLength(replayed.length)
    }),
  )
})

test('no records are no intent', () => {
  const judged: IntentRecords[] = []
  const fold = foldByIntent(intent => judged.push(intent))
  expect(fold.finish()).toMatchObject({ finding: 'not-run', cause: 'no-such-records' })
  expect(judged).toEqual([])
})
