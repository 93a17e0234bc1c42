import { AuthenticationError, NetworkError, ProtocolError, UserError } from '@platformatic/kafka'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { partitionOf } from '#features/evidence/murmur2-rules.ts'
import { brokerVersion } from '#orchestrator/kafka/broker-version-rules.ts'
import { commitsOf } from '#orchestrator/kafka/commit-rules.ts'
import { deliveryOf, textOf } from '#orchestrator/kafka/delivery-rules.ts'
import { failureCode, failureWords, isReported } from '#orchestrator/kafka/failure-rules.ts'
import { KafkaError } from '#orchestrator/kafka/kafka-error.ts'
import { partitionFor, placementsOf } from '#orchestrator/kafka/placement-rules.ts'
import { portions, sizeOf } from '#orchestrator/kafka/portion-rules.ts'

const record = (topic: string, key: string, value = '{}') => ({
  topic,
  key,
  value,
  eventId: null,
  headers: {},
})

describe('placements', () => {
  test('the partition of a key is the one that the evidence checks expect, for every number of partitions', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.integer({ min: 1, max: 1000 }),
        (key, partitions) => {
          expect(partitionFor(key, partitions)).toBe(partitionOf(key, partitions))
        },
      ),
    )
  })

  test('records of one partition lie one behind the other, whatever lies between them', () => {
    const records = [record('a', '1'), record('b', '1'), record('a', '2'), record('a', '1')]
    const firsts = [
      { topic: 'a', partition: 0, offset: 10n },
      { topic: 'b', partition: 0, offset: 7n },
      { topic: 'a', partition: 2, offset: 0n },
    ]
    expect(placementsOf(records, [0, 0, 2, 0], firsts, 'now').map(({ offset }) => offset)).toEqual([
      10, 7, 0, 11,
    ])
  })

  test('a partition that the broker told nothing of is no success', () => {
    expect(() => placementsOf([record('a', '1')], [1], [], 'now')).toThrow('a 1')
  })
})

test('portions keep all records in their order and are as large as allowed, but for one large record', () => {
  const some = fc.array(fc.record({ key: fc.string(), value: fc.string({ maxLength: 400 }) }))
  fc.assert(
    fc.property(some, pairs => {
      const records = pairs.map(({ key, value }) => record('a', key, value))
      const cut = portions(records, 600)
      expect(cut.flat()).toEqual(records)
      for (const portion of cut) {
        expect(portion.length).toBeGreaterThan(0)
        const size = portion.reduce((sum, one) => sum + sizeOf(one), 0)
        expect(size <= 600 || portion.length === 1).toBe(true)
      }
    }),
  )
})

test('any bytes can be had again from the text that a delivery has for them', () => {
  fc.assert(
    fc.property(fc.uint8Array(), bytes => {
      const text = textOf(bytes)
      const [, encoded] = /^data:application\/octet-stream;base64,(.*)$/.exec(text) ?? []
      const utf8 = Buffer.from(text)
      expect(utf8.equals(bytes) || Buffer.from(encoded ?? '', 'base64').equals(bytes)).toBe(true)
    }),
  )
})

test('a delivery has the instant of its record, and of two headers of one name the last', () => {
  const headers = new Map([
    [Buffer.from('x'), Buffer.from('1')],
    [Buffer.from('x'), Buffer.from('2')],
  ])
  const raw = {
    topic: 't',
    partition: 3,
    offset: 9n,
    timestamp: 1_772_000_000_123n,
    key: null,
    value: null,
    headers,
  }
  expect(deliveryOf(raw)).toEqual({
    topic: 't',
    partition: 3,
    offset: 9,
    timestamp: '2026-02-25T06:13:20.123Z',
    key: null,
    value: null,
    headers: { x: '2' },
  })
})

test.each([
  ['of nanoseconds', 1_772_000_000_123_000_000_000n, '+275760-09-13T00:00:00.000Z'],
  ['far before all calendars', -(2n ** 63n), '-271821-04-20T00:00:00.000Z'],
  ['that was never told', -1n, '1969-12-31T23:59:59.999Z'],
])('a record with a time %s is a delivery like any other', (_what, timestamp, instant) => {
  const raw = { topic: 't', partition: 0, offset: 1n, timestamp, headers: new Map() }
  expect(deliveryOf(raw).timestamp).toBe(instant)
})

test('a batch commits behind the last record of each partition that is still the member’s', () => {
  const at = (partition: number, offset: bigint) => ({
    topic: 't',
    partition,
    offset,
    timestamp: 0n,
    headers: new Map(),
    leaderEpoch: 4,
  })
  const batch = [at(0, 5n), at(1, 9n), at(0, 6n), at(2, 1n)]
  expect(commitsOf(batch, [{ topic: 't', partitions: [0, 2] }])).toEqual([
    { topic: 't', partition: 0, offset: 7n, leaderEpoch: 4 },
    { topic: 't', partition: 2, offset: 2n, leaderEpoch: 4 },
  ])
})

describe('failures', () => {
  const certificate = Object.assign(new Error('self-signed certificate'), {
    code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
  })

  test.each([
    [
      'a connection that was refused',
      new NetworkError('Connection failed.', { cause: new Error('ECONNREFUSED') }),
      'unreachable',
    ],
    ['a broker that is about to go', new ProtocolError('NOT_LEADER_OR_FOLLOWER'), 'unreachable'],
    [
      'a wrong password, within a failed connection',
      new NetworkError('x', { cause: new AuthenticationError('y') }),
      'refused',
    ],
    [
      'a fetch session that the client begins anew by itself',
      new ProtocolError('INVALID_FETCH_SESSION_EPOCH'),
      'unreachable',
    ],
    ['a producer that has to begin anew', new ProtocolError('INVALID_PRODUCER_EPOCH'), 'unreachable'],
    ['a producer that is forgotten', new ProtocolError('INVALID_PRODUCER_ID_MAPPING'), 'unreachable'],
    [
      'a cluster that has too few brokers yet',
      new ProtocolError('INVALID_REPLICATION_FACTOR'),
      'unreachable',
    ],
    ['a time that the topic does not take', new ProtocolError('INVALID_TIMESTAMP'), 'unreachable'],
    ['a group that cannot be named so', new ProtocolError('INVALID_GROUP_ID'), 'refused'],
    ['a version that the brokers do not speak', new ProtocolError('UNSUPPORTED_VERSION'), 'refused'],
    ['an unknown authority', new NetworkError('x', { cause: certificate }), 'refused'],
    [
      'a right that is missing, among others',
      new AggregateError([new Error('a'), new ProtocolError('TOPIC_AUTHORIZATION_FAILED')]),
      'refused',
    ],
    ['a mistake in the request', new UserError('Unknown topic x.'), 'refused'],
    [
      'a token that is not to be had now',
      new AuthenticationError('x', { cause: new KafkaError('unreachable', 'y') }),
      'unreachable',
    ],
    ['what is no error at all', 'odd', 'unreachable'],
  ])('%s is told apart', (_what, error, code) => {
    expect(failureCode(error)).toBe(code)
  })

  test('a mistake in the code is not taken for brokers that are away', () => {
    expect(isReported(new RangeError('Invalid time value'))).toBe(false)
    expect(isReported(new ProtocolError('NOT_LEADER_OR_FOLLOWER'))).toBe(true)
    expect(isReported(new AggregateError([new NetworkError('x')]))).toBe(true)
    expect(isReported(new KafkaError('unreachable', 'x'))).toBe(true)
    expect(isReported(Object.assign(new Error('x'), { code: 'ECONNRESET', syscall: 'read' }))).toBe(true)
  })

  test('words come once each, from whatever depth, and without secrets', () => {
    const inner = new Error('user x with s3cret was refused')
    const error = new AggregateError(
      [new NetworkError('Connection failed.', { cause: inner }), inner],
      'All failed.',
    )
    expect(failureWords(error, ['s3cret', ''])).toBe(
      'All failed. Connection failed. user x with *** was refused',
    )
  })

  test('errors that hold each other come to an end', () => {
    const one = new Error('one')
    const two = new Error('two', { cause: one })
    one.cause = two
    expect(failureWords(one, [])).toBe('one two')
  })
})

test.each([
  [33, '4.4'],
  [29, '4.2'],
  [25, '4.0'],
  [7, '3.3'],
  [99, 'unknown (metadata.version 99)'],
  [null, 'unknown'],
])('metadata.version %s is of release %s', (level, release) => {
  expect(brokerVersion(level)).toBe(release)
})
