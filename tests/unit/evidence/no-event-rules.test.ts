import { expect, test } from 'vitest'
import { holdsNoEvent } from '#features/evidence/no-event-rules.ts'
import { dlq } from './checks/story.ts'

const event = (over: object = {}) =>
  JSON.stringify({
    schemaVersion: 'v1',
    eventId: 'event-1',
    occurredAt: '2026-03-04T10:00:00+04:00',
    intentId: 'intent-1',
    producer: 'single-operator',
    payload: { milestoneId: 'milestone-1' },
    ...over,
  })

const deep = `${'['.repeat(20)}${']'.repeat(20)}`

test.for<[string, { topic?: string; eventId?: string | null; value: unknown; isCut?: unknown }]>([
  ['no JSON', { value: '{"schemaVersion":' }],
  ['no object', { value: '[]' }],
  ['no value', { value: null }],
  ['only the beginning of what nobody could read', { eventId: null, value: '{', isCut: true }],
  ['an event without a payload', { value: event({ payload: undefined }) }],
  ['a version that no contract has', { value: event({ schemaVersion: 'v99' }) }],
  ['a topic that no contract has', { topic: 'elsewhere', value: event() }],
  ['deeper than a record of evidence may be', { value: event({ payload: JSON.parse(deep) }) }],
  ['deep within a field that is free', { value: event({ free: JSON.parse(deep) }) }],
])('a DLQ record with %s has nothing to replay', ([, { topic = 'milestone.approved', ...of }]) => {
  const { eventId = 'event-1', isCut = false, value } = of
  expect(holdsNoEvent(dlq(topic, { eventId, value: { original: { value, isCut } } })(0))).toBe(true)
})

test.for<[string, unknown]>([
  ['an event', { value: event(), isCut: false }],
  ['an event with a masked field', { value: event({ payload: { apiKey: '***' } }), isCut: false }],
  ['an event of which it claims to hold a part alone', { value: event(), isCut: true }],
  ['no original', undefined],
  ['an original that is null', null],
  ['an original that is a list', [{ value: 'no JSON' }]],
  ['an original without a value', { isCut: false }],
])('a DLQ record with %s does not show that there was none', ([, original]) => {
  expect(holdsNoEvent(dlq('milestone.approved', { value: { original } })(0))).toBe(false)
})
