import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CHAIN as JUDGED_CHAIN } from '#features/evidence/event-rules.ts'
import { admit } from '#orchestrator/admission-rules.ts'
import { followUpId } from '#orchestrator/event-id-rules.ts'
import { CHAIN, nextTopic } from '#orchestrator/event-model.ts'
import { resolveIntentPartitionKey } from '#orchestrator/partition-key-rules.ts'
import { buildKafkaRecordInput } from '#orchestrator/record-input-rules.ts'
import { defectIn, MAX_VALUE_BYTES, MAX_VALUE_DEPTH, notRecordable } from '#orchestrator/recordable-rules.ts'
import { anyEvent, delivery, event } from './events.ts'

const nested = (depth: number): object => (depth === 1 ? {} : { inner: nested(depth - 1) })
const nestedLists = (depth: number): object => (depth === 1 ? [] : [nestedLists(depth - 1)])

describe('resolveIntentPartitionKey', () => {
  test('gives the intentId, whatever it looks like', () => {
    fc.assert(
      fc.property(anyEvent, sent => {
        expect(resolveIntentPartitionKey(sent)).toBe(sent.intentId)
      }),
    )
  })

  test.each([undefined, null, '', 7, {}])('says why %s is no key', intentId => {
    expect(resolveIntentPartitionKey({ intentId })).toMatchObject({
      reason: 'schema_invalid',
      detail: expect.stringContaining('/intentId'),
    })
  })
})

describe('buildKafkaRecordInput', () => {
  test('whatever it builds is taken in again as the same event', () => {
    fc.assert(
      fc.property(anyEvent, fc.constantFrom(...CHAIN), (sent, topic) => {
        const { key, value } = buildKafkaRecordInput(topic, sent)
        expect(key).toBe(sent.intentId)
        expect(admit(delivery(value, { topic, key }))).toEqual({ event: sent, breach: null })
      }),
    )
  })

  test.each(['schemaVersion', 'eventId', 'occurredAt', 'intentId', 'producer', 'payload'])(
    'refuses an event without %s',
    field => {
      const { [field]: _, ...rest } = { ...event() } as Record<string, unknown>
      expect(() => buildKafkaRecordInput('milestone.approved', rest)).toThrow(/milestone\.approved: schema_/)
    },
  )

  test.each([
    ['a topic without a contract', 'mint.undone', event(), 'schema_unknown'],
    ['an unknown schemaVersion', 'mint.requested', { ...event(), schemaVersion: 'v9' }, 'schema_unknown'],
    [
      'a payload against its contract',
      'mint.requested',
      event({ payload: { amount: '1,5' } }),
      'schema_invalid',
    ],
    [
      'half a surrogate pair',
      'mint.requested',
      event({ payload: { note: '\ud800' } }),
      'value_not_recordable',
    ],
    ['a NUL', 'mint.requested', event({ payload: { note: 'a\0' } }), 'value_not_recordable'],
    [
      'what is too deep',
      'mint.requested',
      event({ payload: { x: nested(MAX_VALUE_DEPTH) } }),
      'value_not_recordable',
    ],
    [
      'what is too large',
      'mint.requested',
      event({ payload: { x: 'ა'.repeat(MAX_VALUE_BYTES / 3) } }),
      'value_too_large',
    ],
  ])('refuses %s', (_, topic, value, reason) => {
    expect(() => buildKafkaRecordInput(topic, value)).toThrow(reason)
  })
})

describe('admit', () => {
  test('never throws, whatever came', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.constant(null)),
        fc.option(fc.string()),
        (value, key) => {
          expect(admit(delivery(value, { key })).breach).not.toBeNull()
        },
      ),
    )
  })

  test.each([
    ['nothing', null, 'poison_message'],
    ['no JSON', '{"schemaVersion":', 'poison_message'],
    ['a list', '[]', 'poison_message'],
    ['no envelope', {}, 'schema_unknown'],
    ['an unknown version', event({ schemaVersion: 'v2' as never }), 'schema_unknown'],
    ['a field of the wrong kind', event({ payload: 7 as never }), 'schema_invalid'],
    ['another key than the intentId', event({ intentId: 'intent-2' }), 'key_not_intent'],
    [
      'half a surrogate pair that no escape stands for',
      JSON.stringify(event({ payload: { note: 'half' } })).replace('half', '\ud800'),
      'value_not_recordable',
    ],
    ['a key __proto__', `{"__proto__":1,${JSON.stringify(event()).slice(1)}`, 'value_not_recordable'],
  ])('says of %s why it is no event', (_, value, reason) => {
    expect(admit(delivery(value)).breach).toMatchObject({ reason })
  })

  test('keeps what it read of an event that breaks its contract', () => {
    const broken = event({ producer: '' })
    expect(admit(delivery(broken)).event).toEqual(broken)
  })

  test('takes an event that another producer gave more fields', () => {
    const richer = { ...event(), trace: 'a' }
    expect(admit(delivery(richer))).toEqual({ event: richer, breach: null })
  })
})

describe('the chain', () => {
  test('is the one that the checks judge by', () => {
    expect(CHAIN).toEqual(JUDGED_CHAIN)
    expect(CHAIN.map(nextTopic)).toEqual([...CHAIN.slice(1), null])
  })

  test('derives the same id for the same follow-up, and another for another', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(followUpId(one, 'mint.requested')).toBe(followUpId(one, 'mint.requested'))
        expect(followUpId(one, 'mint.requested')).not.toBe(followUpId(one, 'mint.confirmed'))
        fc.pre(one !== other)
        expect(followUpId(one, 'mint.requested')).not.toBe(followUpId(other, 'mint.requested'))
      }),
    )
  })

  test.each([
    ['event-1', '5190eec1-5071-86cc-b4dc-037eb6d6438b'],
    ['019aa3c5-6f00-7abc-8def-0123456789ab', '019aa3c5-6f00-8d44-b2e3-7de1e01ca5df'],
  ])('derives from %s what earlier versions derived, which may be sent again', (eventId, followUp) => {
    expect(followUpId(eventId, 'mint.requested')).toBe(followUp)
  })
})

describe('what is plain enough not to be looked at in each of its parts', () => {
  const part = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('__proto__', '\ud800', 'a\0', '{[', 'თ'),
  )
  const { deep } = fc.letrec(tie => ({
    deep: fc.oneof(
      { maxDepth: 20, depthSize: 'large' },
      part,
      fc.array(tie('deep'), { maxLength: 2 }),
      fc.dictionary(part, tie('deep'), { maxKeys: 2 }),
    ),
  }))
  const object = fc.dictionary(part, deep, { minKeys: 1, maxKeys: 3 })

  test('is what has no defect anywhere', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          object,
          fc
            .integer({ min: 1, max: 20 })
            .chain(depth => fc.constantFrom(nested(depth), nestedLists(depth)))
            .map(x => ({ x })),
        ),
        made => {
          const text = JSON.stringify(made)
          const value: object = JSON.parse(text)
          expect(notRecordable(value, text) === null).toBe(defectIn(value, 1) === null)
        },
      ),
      { numRuns: 2000 },
    )
  })
})
