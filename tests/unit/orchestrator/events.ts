import fc from 'fast-check'
import type { Event } from '#orchestrator/event-model.ts'
import type { Delivery } from '#orchestrator/transport-model.ts'

/** An event as a producer sends it. */
export const event = (over: Partial<Event> = {}): Event => ({
  schemaVersion: 'v1',
  eventId: 'event-1',
  occurredAt: '2026-03-04T10:00:00.000Z',
  intentId: 'intent-1',
  producer: 'test',
  payload: { milestoneId: 'milestone-1' },
  ...over,
})

/** The delivery of a value, of whatever kind. */
export const delivery = (value: unknown, over: Partial<Delivery> = {}): Delivery => ({
  topic: 'milestone.approved',
  partition: 0,
  offset: 0,
  timestamp: '2026-03-04T10:00:00.000Z',
  key: 'intent-1',
  value: typeof value === 'string' || value === null ? value : JSON.stringify(value),
  headers: {},
  ...over,
})

const id = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter(text => !text.includes('\0'))

/** Any event that keeps the contract of its topic. */
export const anyEvent: fc.Arbitrary<Event> = fc.record({
  schemaVersion: fc.constant('v1' as const),
  eventId: id,
  occurredAt: fc
    .date({ noInvalidDate: true, min: new Date('2000-01-01'), max: new Date('2100-01-01') })
    .map(date => date.toISOString()),
  intentId: id,
  producer: id,
  payload: fc.record({ note: fc.string({ unit: 'grapheme-ascii' }), amount: fc.constantFrom('1', '12.50') }),
})
