import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ReadRecord, readRecordLine, recordOf } from '#features/evidence/record-line-rules.ts'
import { lineOf } from '#tests/setup/bundle-folder.ts'
import { simulatedRun } from '#tests/setup/simulated-runs.ts'

const GOOD = {
  process: 'orchestrator-1',
  seq: 0,
  boundary: 'publish',
  topic: 'mint.requested',
  partition: 0,
  offset: 0,
  key: 'intent-1',
  timestamp: '2026-03-04T10:00:00.000+04:00',
  headers: {},
  attempt: 1,
  value: { eventId: 'event-1', intentId: 'intent-1' },
}

const codeOf = (read: ReturnType<typeof readRecordLine>): string | null =>
  'rule' in read ? read.rule.code : null

const read = (over: Readonly<Record<string, unknown>>) => readRecordLine(JSON.stringify({ ...GOOD, ...over }))

/** Lists within one another. */
const nest = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`

const lineWith = (payload: string): string =>
  JSON.stringify({ ...GOOD, value: { payload: 0 } }).replace('"payload":0', `"payload":${payload}`)

describe('a line of a bundle', () => {
  test('gives the record that its producer wrote', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1, unit: 'grapheme' }), { minLength: 1, maxLength: 3 }),
        intents => {
          const { records } = simulatedRun({
            runId: 'run-1',
            intents: intents.filter(intent => !intent.includes('\0')),
            partitions: 3,
            failing: 'mint.requested',
            redeliveries: 1,
          })
          for (const record of records) {
            const line = lineOf(record)
            expect(codeOf(readRecordLine(line))).toBeNull()
            expect(recordOf('run-1', record.number, line)).toEqual(record)
          }
        },
      ),
    )
  })

  test('of any text is a record or a defect in words that a terminal can show', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc
        .dictionary(fc.constantFrom(...Object.keys(GOOD)), fc.jsonValue())
        .map(over => JSON.stringify({ ...GOOD, ...over })),
    )
    fc.assert(
      fc.property(texts, text => {
        const found = readRecordLine(text)
        if (!('rule' in found)) return
        expect(found.rule.code).toMatch(/^evidence-/)
        expect(found.message).toMatch(/expected .*/)
        expect(found.message).not.toMatch(/\p{C}/u)
        expect(found.message.length).toBeLessThan(500)
      }),
    )
  })

  test.for(Object.keys(GOOD))('has the field %s', name => {
    const { [name as keyof typeof GOOD]: _, ...rest } = GOOD
    const found = readRecordLine(JSON.stringify(rest))
    expect(codeOf(found)).toBe('evidence-value')
    expect('rule' in found && found.message).toContain(`\`${name}\``)
  })

  test.for<[string, Readonly<Record<string, unknown>>]>([
    ['a field of its own', { colour: 'red' }],
    ['another boundary', { boundary: 'received' }],
    ['a sequence below 0', { seq: -1 }],
    ['a partition that is a text', { partition: '0' }],
    ['a partition that no broker has', { partition: 2 ** 31 }],
    ['an offset between two', { offset: 0.5 }],
    ['an attempt before the first', { attempt: 0 }],
    ['an instant without its offset', { timestamp: '2026-03-04T10:00:00' }],
    ['a day that there is not', { timestamp: '2026-02-30T10:00:00Z' }],
    ['a header that is no text', { headers: { traced: true } }],
    ['a value that is a list', { value: [] }],
    ['an empty topic', { topic: '' }],
    ['a topic longer than a broker allows', { topic: 't'.repeat(250) }],
    ['a key longer than can be looked up', { key: 'k'.repeat(501) }],
    ['an event id longer than can be looked up', { value: { eventId: 'e'.repeat(501) } }],
  ])('with %s is refused', ([, over]) => {
    expect(codeOf(read(over))).toBe('evidence-value')
  })

  test.for<[string, Readonly<Record<string, unknown>>, Partial<ReadRecord>]>([
    ['no broker', { partition: null, offset: null }, { partition: null, offset: null }],
    ['no key', { key: null }, { key: null }],
    [
      'the highest partition and offset',
      { partition: 2 ** 31 - 1, offset: 2 ** 53 - 1 },
      { offset: 2 ** 53 - 1 },
    ],
    ['ids that are no texts', { value: { eventId: 7, intentId: {} } }, { eventId: null, intentId: null }],
    ['empty ids', { value: { eventId: '', intentId: '' } }, { eventId: null, intentId: null }],
    [
      'an instant of another zone',
      { timestamp: '2026-03-04T06:00:00Z' },
      { timestamp: '2026-03-04T06:00:00Z' },
    ],
  ])('with %s is let in', ([, over, expected]) => {
    expect(read(over)).toMatchObject(expected)
  })

  test('may nest sixteen deep, the record and its value counted', () => {
    expect(codeOf(readRecordLine(lineWith(nest(14))))).toBeNull()
    expect(readRecordLine(lineWith(nest(15)))).toMatchObject({
      rule: { code: 'evidence-depth' },
      message: 'expected at most 16 levels, found more, at `value.payload.0.0.0.0.0.0.0.0.0.0.0.0.0.0`',
    })
  })

  test('that nests as deep as it is long is refused, without harm', () => {
    expect(codeOf(readRecordLine(lineWith(nest(32_000))))).toBe('evidence-depth')
    expect(codeOf(readRecordLine('['.repeat(64_000)))).toBe('evidence-json')
  })

  test('with `__proto__` is refused, however it is written', () => {
    for (const key of ['__proto__', '\\u005f\\u005fproto__'])
      for (const line of [lineWith(`{"${key}":{"isAdmin":true}}`), `{"${key}":1}`])
        expect(codeOf(readRecordLine(line))).toBe('evidence-prototype')
    expect(Reflect.get({}, 'isAdmin')).toBeUndefined()
  })

  test('with an unmasked secret is refused by its key', () => {
    expect(read({ headers: { 'x-api-key': 'abc123' } })).toMatchObject({
      rule: { code: 'evidence-secret' },
      message: 'expected a masked value, found what looks like a secret, at `headers.x-api-key`',
    })
    expect(codeOf(read({ headers: { 'x-api-key': '***' } }))).toBeNull()
  })
})
