import { Ajv2020 } from 'ajv/dist/2020.js'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contractBreaks, successions } from '#orchestrator/contracts/evolution-rules.ts'
import { ADDITIONS, BREAKS, OLDER } from './evolution-examples.ts'

const NAMES = ['a', 'b', 'c'] as const

const text = fc.record(
  {
    type: fc.constant('string'),
    minLength: fc.nat({ max: 3 }),
    maxLength: fc.integer({ min: 3, max: 6 }),
    pattern: fc.constantFrom('^x*$', '^[xy]*$'),
  },
  { requiredKeys: ['type'] },
)
const whole = fc.record(
  {
    type: fc.constantFrom('integer', 'number'),
    minimum: fc.nat({ max: 3 }),
    maximum: fc.integer({ min: 3, max: 6 }),
  },
  { requiredKeys: ['type'] },
)
const choice = fc.record({ enum: fc.uniqueArray(fc.constantFrom('x', 'y', 1), { minLength: 1 }) })
const either = fc.record({ type: fc.constant(['string', 'null']) })

const object = (inner: fc.Arbitrary<object>) =>
  fc.record({
    type: fc.constant('object'),
    required: fc.subarray([...NAMES]),
    properties: fc.record({ a: inner, b: inner, c: inner }, { requiredKeys: [] }),
  })

const leaf = fc.oneof(text, whole, choice, either)
const schema = fc.record({
  type: fc.constant('object'),
  required: fc.subarray([...NAMES]),
  properties: fc.record({ a: leaf, b: leaf, c: fc.oneof(leaf, object(leaf)) }, { requiredKeys: [] }),
})

/** What may become of a property. */
const change = fc
  .record(
    {
      type: fc.constantFrom<string | string[]>('string', 'integer', 'number', 'object', ['string', 'null']),
      minLength: fc.nat({ max: 3 }),
      maxLength: fc.nat({ max: 6 }),
      pattern: fc.constantFrom('^x*$', '^[xy]*$'),
      minimum: fc.nat({ max: 4 }),
      maximum: fc.nat({ max: 6 }),
      enum: fc.uniqueArray(fc.constantFrom('x', 'y', 1, 4), { minLength: 1 }),
      required: fc.subarray([...NAMES]),
    },
    { requiredKeys: [] },
  )
  .chain(all => fc.subarray(Object.entries(all), { maxLength: 2 }).map(some => Object.fromEntries(some)))

const ABSENT = Symbol('absent')
/** Values of the few forms that the schemas tell apart. */
const SMALL = [ABSENT, null, '', 'x', 'y', 'xxxx', 'xxxxxxx', 'z', 0, 1, 4, 7, 1.5, true]
const INNER = [{}, { a: 'x' }, { a: 1, b: 'xxxx' }, { b: null, c: 'y' }, { a: 'x', b: 4, c: 'x' }]

/** Every value that has these fields of these forms. */
const VALUES = SMALL.flatMap(a =>
  [ABSENT, 'x', 'xxxx', 1].flatMap(b =>
    [...SMALL, ...INNER].map(c =>
      Object.fromEntries(Object.entries({ a, b, c }).filter(([, field]) => field !== ABSENT)),
    ),
  ),
)

type Made = Readonly<{
  required: readonly string[]
  properties: Readonly<Record<string, object | undefined>>
}>

/** Whether a value has no field that a schema does not name, which is no part of a contract. */
const isNamed = (given: object, { required, properties }: Made): boolean =>
  Object.entries(given).every(([name, inner]) => {
    const property = properties[name]
    if (!property) return required.includes(name)
    const isNested = typeof inner === 'object' && inner !== null && 'properties' in property
    return !isNested || isNamed(inner, property as Made)
  })

const validator = (schema: object) => new Ajv2020({ strict: false }).compile(schema)

describe('a newer contract', () => {
  test.for(ADDITIONS)('may have $title', ({ newer }) => {
    expect(contractBreaks(OLDER, newer, [OLDER])).toEqual([])
  })

  test.for(BREAKS)('may not have $title', ({ newer, path, message }) => {
    expect(contractBreaks(OLDER, newer, [OLDER])).toEqual([{ path, message }])
  })

  test('may be the same', () => {
    fc.assert(
      fc.property(schema, given => {
        expect(contractBreaks(given, structuredClone(given), [])).toEqual([])
      }),
    )
  })

  test('in which nothing is broken accepts whatever the older one accepted', () => {
    let compared = 0
    fc.assert(
      fc.property(
        schema,
        fc.constantFrom(...NAMES),
        change,
        fc.boolean(),
        (older, name, changed, isWhole) => {
          const before = isWhole ? {} : older.properties[name]
          const newer = { ...older, properties: { ...older.properties, [name]: { ...before, ...changed } } }
          if (contractBreaks(older, newer, []).length > 0) return
          const [isOlder, isNewer] = [validator(older), validator(newer)]
          for (const given of VALUES)
            if (isNamed(given, older) && isOlder(given)) {
              compared += 1
              if (!isNewer(given)) expect.fail(`${JSON.stringify(given)} was accepted before`)
            }
        },
      ),
      { numRuns: 500 },
    )
    expect(compared).toBeGreaterThan(1000)
  })

  test('that refers to nothing there is a mistake', () => {
    expect(() => contractBreaks(OLDER, { $ref: 'urn:nowhere' }, [])).toThrow('urn:nowhere')
  })
})

test('a contract follows the one that its topic had before', () => {
  const contracts = new Map<string, object>([
    ['a@v1', { title: 'a1' }],
    ['b@v1', { title: 'b1' }],
    ['a@v2', { title: 'a2' }],
    ['a@v3', { title: 'a3' }],
  ])
  expect(successions(contracts)).toEqual([
    { name: 'a@v2', older: { title: 'a1' }, newer: { title: 'a2' } },
    { name: 'a@v3', older: { title: 'a2' }, newer: { title: 'a3' } },
  ])
})
