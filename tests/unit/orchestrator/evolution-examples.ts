/** A contract that is to be followed by another. */
export const OLDER = {
  $id: 'urn:test:v1',
  type: 'object',
  required: ['schemaVersion', 'eventId', 'payload'],
  properties: {
    schemaVersion: { const: 'v1' },
    eventId: { type: 'string', minLength: 1, maxLength: 200 },
    payload: {
      type: 'object',
      properties: {
        amount: { type: 'string', pattern: '^\\d+$' },
        count: { type: 'integer', minimum: 0, maximum: 10 },
        source: { enum: ['case', 'payment'] },
        tags: { type: 'array', maxItems: 3, items: { type: 'string' } },
      },
    },
  },
}

type Contract = typeof OLDER

/** The next version with another payload. */
const paying = (properties: Readonly<Record<string, unknown>>, over: object = {}): object => ({
  ...OLDER,
  properties: {
    ...OLDER.properties,
    schemaVersion: { const: 'v2' },
    payload: { ...OLDER.properties.payload, properties, ...over },
  },
})

const { amount, count, source, tags }: Contract['properties']['payload']['properties'] =
  OLDER.properties.payload.properties

const payload = { amount, count, source, tags }

interface Evolution {
  /** Completes "it allows …" or "it refuses …". */
  readonly title: string
  readonly newer: object
}

export const ADDITIONS: readonly Evolution[] = [
  { title: 'another number of the version alone', newer: paying(payload) },
  { title: 'an optional field', newer: paying({ ...payload, unit: { type: 'string', minLength: 1 } }) },
  {
    title: 'an optional field whose own fields are required',
    newer: paying({ ...payload, party: { type: 'object', required: ['id'], properties: { id: {} } } }),
  },
  {
    title: 'another value of an enumeration',
    newer: paying({ ...payload, source: { enum: ['case', 'payment', 'grant'] } }),
  },
  { title: 'a wider type', newer: paying({ ...payload, count: { ...count, type: ['number', 'null'] } }) },
  { title: 'a wider limit, or none', newer: paying({ ...payload, count: { type: 'integer', maximum: 99 } }) },
  { title: 'no pattern any more', newer: paying({ ...payload, amount: { type: 'string' } }) },
  {
    title: 'other words about a field',
    newer: paying({ ...payload, count: { ...count, description: 'How many.' } }),
  },
  {
    title: 'the same demands, referred to and put together otherwise',
    newer: {
      $id: 'urn:test:v2',
      required: ['payload'],
      allOf: [{ $ref: 'urn:test:v1' }, { properties: { payload: { properties: { unit: {} } } } }],
    },
  },
  {
    title: 'that the version is required',
    newer: { ...OLDER, required: [...OLDER.required, 'schemaVersion'] },
  },
]

export const BREAKS: readonly (Evolution & { readonly path: string; readonly message: string })[] = [
  {
    title: 'a field less',
    newer: paying({ count, source, tags }),
    path: '/payload/amount',
    message: 'expected the field as before, found none',
  },
  {
    title: 'a field that is newly required, although it is new',
    newer: paying({ ...payload, unit: { type: 'string' } }, { required: ['unit'] }),
    path: '/payload/unit',
    message: 'expected an optional field, found it required',
  },
  {
    title: 'a required field that readers can no longer count on',
    newer: { ...OLDER, required: ['schemaVersion', 'payload'] },
    path: '/eventId',
    message: 'expected a required field as before, found it optional',
  },
  {
    title: 'a narrower type',
    newer: paying({ ...payload, source: { ...source, type: 'string' } }),
    path: '/payload/source',
    message: 'expected any type of all, found string',
  },
  {
    title: 'another type',
    newer: paying({ ...payload, amount: { ...amount, type: 'integer' } }),
    path: '/payload/amount',
    message: 'expected any type of string, found integer',
  },
  {
    title: 'a value of an enumeration less',
    newer: paying({ ...payload, source: { enum: ['case'] } }),
    path: '/payload/source',
    message: 'expected any value of "case", "payment", found "case"',
  },
  {
    title: 'an enumeration where there was none',
    newer: paying({ ...payload, count: { ...count, enum: [1, 2] } }),
    path: '/payload/count',
    message: 'expected any value of all, found 1, 2',
  },
  {
    title: 'one value for all',
    newer: paying({ ...payload, source: { const: 'case' } }),
    path: '/payload/source',
    message: 'expected any value of "case", "payment", found "case"',
  },
  {
    title: 'another pattern',
    newer: paying({ ...payload, amount: { type: 'string', pattern: '^\\d{3}$' } }),
    path: '/payload/amount',
    message: 'expected no further pattern, found ^\\d{3}$',
  },
  {
    title: 'a tighter limit',
    newer: paying({ ...payload, count: { ...count, maximum: 9 } }),
    path: '/payload/count',
    message: 'expected maximum 10 or looser, found 9',
  },
  {
    title: 'a limit where there was none',
    newer: paying({ ...payload, amount: { ...amount, minLength: 1 } }),
    path: '/payload/amount',
    message: 'expected minLength none or looser, found 1',
  },
  {
    title: 'items that are narrower',
    newer: paying({ ...payload, tags: { ...tags, items: { type: 'string', maxLength: 9 } } }),
    path: '/payload/tags/*',
    message: 'expected maxLength none or looser, found 9',
  },
  {
    title: 'items of a form where there was none',
    newer: paying({ ...payload, count: { ...count, items: { type: 'string' } } }),
    path: '/payload/count/*',
    message: 'expected items of any form, found a form',
  },
  {
    title: 'that other fields are refused',
    newer: paying(payload, { additionalProperties: false }),
    path: '/payload',
    message: 'expected other fields to be allowed as before, found them refused',
  },
  {
    title: 'a keyword that it does not weigh',
    newer: paying({ ...payload, tags: { ...tags, uniqueItems: true } }),
    path: '/payload/tags',
    message: 'expected uniqueItems none as before, found true',
  },
  {
    title: 'what another schema demands beside it',
    newer: { ...OLDER, allOf: [{ properties: { eventId: { maxLength: 36 } } }] },
    path: '/eventId',
    message: 'expected maxLength 200 or looser, found 36',
  },
]
