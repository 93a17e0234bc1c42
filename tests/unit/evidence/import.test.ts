import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  claimsOf,
  importEvent,
  importLine,
  importSummary,
  type Origin,
} from '#features/evidence/import/original-rules.ts'
import { readRecordLine } from '#features/evidence/record-line-rules.ts'

const ORIGIN: Origin = {
  process: 'single_operator_outbox.jsonl',
  boundary: 'publish',
  startedAt: '2026-03-04T10:00:00+04:00',
  finishedAt: '2026-03-04T10:00:05+04:00',
}

const originals = fc.record({
  topic: fc.string({ minLength: 1, maxLength: 20 }),
  key: fc.option(fc.string({ maxLength: 20 })),
  payload: fc.dictionary(
    fc.stringMatching(/^[a-z]{1,8}$/),
    fc.oneof(fc.string(), fc.integer(), fc.boolean()),
  ),
})

describe('an original line', () => {
  test('becomes a record that a bundle may have, with its own words and no others', () => {
    fc.assert(
      fc.property(originals, fc.nat(), (original, seq) => {
        const made = importLine(JSON.stringify(original), seq, ORIGIN)
        // Only what looks like a secret, or no database can index, is refused.
        if ('rule' in made) {
          expect(made.rule.code).toMatch(/^evidence-(secret|value)$/)
          return
        }
        const { line } = made
        const { topic, key, payload: value } = original
        expect(JSON.parse(line)).toEqual({
          process: ORIGIN.process,
          seq,
          boundary: 'publish',
          topic,
          partition: null,
          offset: null,
          key,
          timestamp: ORIGIN.finishedAt,
          headers: {},
          attempt: 1,
          value,
        })
        expect(readRecordLine(line)).toMatchObject({ boundary: 'publish', topic })
      }),
    )
  })

  test('that is none is refused, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), text => {
        expect(importLine(text, 0, ORIGIN)).toMatchObject({ rule: { code: 'import-line' } })
      }),
    )
  })

  test.for([
    [
      { occurredAt: '2026-03-04T10:00:01+04:00', failedAt: '2026-03-04T10:00:02Z' },
      '2026-03-04T10:00:01+04:00',
    ],
    [{ occurredAt: null, failedAt: '2026-03-04T06:00:02Z' }, '2026-03-04T06:00:02Z'],
    [{ occurredAt: '4 March' }, ORIGIN.finishedAt],
    [{ occurredAt: '2026-03-03T10:00:00Z' }, ORIGIN.startedAt],
    [{ failedAt: '2026-03-05T10:00:00Z' }, ORIGIN.finishedAt],
  ] as const)('with %j is of %s', ([payload, timestamp]) => {
    const made = importLine(JSON.stringify({ topic: 't', key: null, payload }), 0, ORIGIN)
    expect(made).toMatchObject({ record: { timestamp } })
  })
})

describe('an event', () => {
  const event = (timestamp: string) =>
    importEvent({ topic: 't', key: null, payload: {}, timestamp }, 0, ORIGIN, true)

  test('of a time within the run keeps it', () => {
    const timestamp = '2026-03-04T10:05:05+04:00'
    expect(event(timestamp)).toMatchObject({ record: { timestamp } })
  })

  test('of a time when the run was not under way is refused', () => {
    expect(event('2026-03-04T10:05:05.001+04:00')).toMatchObject({ rule: { code: 'evidence-outside-run' } })
    expect(event('2026-03-04T09:54:59.999+04:00')).toMatchObject({ rule: { code: 'evidence-outside-run' } })
  })
})

describe('a summary', () => {
  test('gives its figures and words as claims, and not its lists', () => {
    const read = importSummary(
      '{"ok":true,"receivedCount":2,"topic":null,"events":[{}],"rule":"x","message":"y"}',
    )
    expect(read).toHaveProperty('value')
    if ('value' in read)
      expect(claimsOf(read.value)).toEqual({
        ok: true,
        receivedCount: 2,
        topic: null,
        rule: 'x',
        message: 'y',
      })
  })
})
