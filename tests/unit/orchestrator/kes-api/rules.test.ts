import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseEnvironment } from '#orchestrator/env.ts'
import { KES_TOPIC } from '#orchestrator/event-model.ts'
import { isLoopback } from '#orchestrator/kes-api/address-model.ts'
import { isOwnHost } from '#orchestrator/kes-api/host-rules.ts'
import { resolveIntentId } from '#orchestrator/kes-api/intent-id-rules.ts'
import { kesEvent } from '#orchestrator/kes-api/kes-event-rules.ts'
import { parseKesRequest } from '#orchestrator/kes-api/request-model.ts'
import { buildKafkaRecordInput } from '#orchestrator/record-input-rules.ts'

const NOW = '2026-03-06T10:00:00.000Z'
const id = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?$/)
/** Anything that JSON can say but for a key that no request may have. */
const value = fc.jsonValue().filter(it => !JSON.stringify(it).includes('"__proto__":'))
const source = fc.constantFrom('case', 'payment')

test('the intent is that of the header, else of the body, else the case or the payment', () => {
  fc.assert(
    fc.property(
      source,
      id,
      fc.option(id),
      fc.option(id),
      fc.option(id),
      (from, own, header, body, caseId) => {
        const request = parseKesRequest(from, header === null ? {} : { 'x-intent-id': header }, {
          ...(from === 'case' ? { caseId: own } : { paymentId: own, ...(caseId !== null && { caseId }) }),
          ...(body !== null && { intentId: body }),
        })
        const expected = header !== null ? header : body !== null ? body : own
        expect(resolveIntentId(request)).toBe(expected)
        const event = kesEvent(request, NOW)
        expect(event.intentId).toBe(expected)
        expect(buildKafkaRecordInput(KES_TOPIC, event).key).toBe(expected)
      },
    ),
  )
})

test('a request that is sent again is the same event, whatever the time and the order of its fields', () => {
  fc.assert(
    fc.property(id, fc.dictionary(id, value), (caseId, more) => {
      const body = { ...more, caseId, intentId: 'i' }
      const shuffled = Object.fromEntries(Object.entries(body).toReversed())
      const [one, two] = [body, shuffled].map(it => parseKesRequest('case', {}, it))
      if (!one || !two) throw new Error('two requests')
      expect(kesEvent(two, '2027-01-01T00:00:00.000Z').eventId).toBe(kesEvent(one, NOW).eventId)
    }),
  )
})

test.each([
  ['another field', {}, { caseId: 'a', amount: '2' }],
  ['another intent', { 'x-intent-id': 'other' }, { caseId: 'a' }],
  ['another idempotency key', { 'idempotency-key': 'second' }, { caseId: 'a' }],
])(
  'a request with %s is another event, so that nothing is taken for a repetition that is none',
  (_what, headers, body) => {
    const plain = kesEvent(parseKesRequest('case', {}, { caseId: 'a' }), NOW)
    expect(kesEvent(parseKesRequest('case', headers, body), NOW).eventId).not.toBe(plain.eventId)
  },
)

test('a case and a payment of one id are two events', () => {
  const ofCase = kesEvent(parseKesRequest('case', {}, { caseId: 'a' }), NOW)
  const ofPayment = kesEvent(parseKesRequest('payment', {}, { paymentId: 'a', caseId: 'a' }), NOW)
  expect(ofPayment.eventId).not.toBe(ofCase.eventId)
})

test('everything that a body says is in the payload, but for the intent, which the envelope has', () => {
  const request = parseKesRequest('payment', {}, { paymentId: 'p', caseId: 'c', intentId: 'i', more: [1] })
  expect(kesEvent(request, NOW)).toMatchObject({
    intentId: 'i',
    producer: 'kes-api',
    payload: { source: 'payment', paymentId: 'p', caseId: 'c', more: [1] },
  })
})

test.each([
  ['no id', {}, {}, ['/caseId']],
  ['an id of another type and an empty intent', {}, { caseId: 3, intentId: '' }, ['/caseId', '/intentId']],
  ['an id with a control character', {}, { caseId: 'a\u0000' }, ['/caseId']],
  ['an id that is too long', {}, { caseId: 'a'.repeat(201) }, ['/caseId']],
  ['a list', {}, [], ['/']],
  ['another source', {}, { caseId: 'a', source: 'payment' }, ['/source']],
  ['a value that evidence cannot hold', {}, { caseId: 'a', 'x/y': [{ '~': 'nul \u0000' }] }, ['/x~1y/0/~0']],
  ['a prototype', {}, JSON.parse('{"caseId":"a","__proto__":{}}'), ['/__proto__']],
  [
    'headers that are empty or not visible',
    { 'x-intent-id': '', 'idempotency-key': 'ა' },
    { caseId: 'a' },
    ['header x-intent-id', 'header idempotency-key'],
  ],
])('%s is refused with its place', (_what, headers, body, places) => {
  try {
    parseKesRequest('case', headers, body)
    expect.unreachable()
  } catch (error) {
    const errors: { place: string }[] = Reflect.get(Object(error), 'errors')
    expect(errors.map(({ place }) => place).toSorted()).toEqual(places.toSorted())
  }
})

test('only the loopback address is listened on, unless others are let in by a variable of its own', () => {
  const address = (variables: Record<string, string>) => parseEnvironment(variables, '/kes').kesApi
  expect(address({})).toEqual({ host: '127.0.0.1', port: 3100, names: null })
  expect(() => address({ KES_API_HOST: '0.0.0.0' })).toThrow(/let other machines in/)
  expect(() => address({ KES_API_HOST: '::' })).toThrow(/let other machines in/)
  expect(address({ KES_API_HOST: '0.0.0.0', KES_API_ALLOW_REMOTE: 'true' }).host).toBe('0.0.0.0')
  expect(() => address({ KES_API_PORT: 'x', KES_API_HOST: 'kes.example' })).toThrow(
    /KES_API_HOST[\s\S]*KES_API_PORT/,
  )
  expect(['127.0.0.1', '127.9.9.9', '::1', 'localhost'].every(isLoopback)).toBe(true)
})

test.each([
  ['127.0.0.1:3100', null, true, true],
  ['LOCALHOST', null, true, true],
  ['[::1]:3100', null, true, true],
  ['kes.example', null, true, false],
  [undefined, null, true, false],
  ['kes.example', null, false, true],
  ['kes.example', ['kes.example'], false, true],
  ['other.example', ['kes.example'], false, false],
])('a request for %s with the names %s, on loopback %s: own %s', (host, names, isLocal, own) => {
  expect(isOwnHost(host, names, isLocal)).toBe(own)
})
