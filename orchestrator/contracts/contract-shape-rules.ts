type Schema = Readonly<Record<string, unknown>>

/** Keywords whose greater number accepts less. */
const LEAST = ['minLength', 'minimum', 'exclusiveMinimum', 'minItems', 'minProperties'] as const
/** Keywords whose smaller number accepts less. */
const MOST = ['maxLength', 'maximum', 'exclusiveMaximum', 'maxItems', 'maxProperties'] as const
/** Keywords that accept and refuse nothing. */
const ANNOTATIONS = [
  '$schema',
  '$id',
  '$comment',
  'title',
  'description',
  'examples',
  'default',
  'deprecated',
]

type Least = (typeof LEAST)[number]
type Most = (typeof MOST)[number]

/** What a schema demands, with what it refers to taken in. Values and what is not understood are kept as JSON text. */
export interface ContractShape {
  /** Null: of any type. */
  readonly types: ReadonlySet<string> | null
  /** Null: any value. */
  readonly values: ReadonlySet<string> | null
  readonly required: ReadonlySet<string>
  readonly properties: ReadonlyMap<string, ContractShape>
  /** Whether fields that no property names are allowed. */
  readonly isOpen: boolean
  readonly items: ContractShape | null
  readonly patterns: ReadonlySet<string>
  readonly least: Readonly<Partial<Record<Least, number>>>
  readonly most: Readonly<Partial<Record<Most, number>>>
  /** Keywords that the rules do not weigh, by name. */
  readonly others: ReadonlyMap<string, string>
}

/** Of a schema that demands nothing. */
export const ANYTHING: ContractShape = {
  types: null,
  values: null,
  required: new Set(),
  properties: new Map(),
  isOpen: true,
  items: null,
  patterns: new Set(),
  least: {},
  most: {},
  others: new Map(),
}

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const numbers = <Name extends string>(
  schema: Schema,
  names: readonly Name[],
): Partial<Record<Name, number>> => {
  const found: Partial<Record<Name, number>> = {}
  for (const name of names) {
    const value = schema[name]
    if (typeof value === 'number') found[name] = value
  }
  return found
}

function tightest<Name extends string>(
  a: Readonly<Partial<Record<Name, number>>>,
  b: Readonly<Partial<Record<Name, number>>>,
  names: readonly Name[],
  choose: (a: number, b: number) => number,
): Partial<Record<Name, number>> {
  const found: Partial<Record<Name, number>> = {}
  for (const name of names) {
    const [left, right] = [a[name], b[name]]
    const value = left === undefined ? right : right === undefined ? left : choose(left, right)
    if (value !== undefined) found[name] = value
  }
  return found
}

const shared = (a: ReadonlySet<string> | null, b: ReadonlySet<string> | null): ReadonlySet<string> | null =>
  a && b ? a.intersection(b) : (a ?? b)

function bothProperties(a: ContractShape, b: ContractShape): Map<string, ContractShape> {
  const merged = new Map(a.properties)
  for (const [name, shape] of b.properties) {
    const known = merged.get(name)
    merged.set(name, known ? both(known, shape) : shape)
  }
  return merged
}

/** A part that refuses other fields refuses those of the other parts too, so that it must stay as it is. */
const closed = ({ isOpen, properties }: ContractShape): [string, string][] =>
  isOpen ? [] : [['additionalProperties', `false beside ${[...properties.keys()].toSorted()}`]]

/** What two schemas demand together. */
const both = (a: ContractShape, b: ContractShape): ContractShape => ({
  types: shared(a.types, b.types),
  values: shared(a.values, b.values),
  required: a.required.union(b.required),
  properties: bothProperties(a, b),
  isOpen: a.isOpen && b.isOpen,
  items: a.items && b.items ? both(a.items, b.items) : (a.items ?? b.items),
  patterns: a.patterns.union(b.patterns),
  least: tightest(a.least, b.least, LEAST, Math.max),
  most: tightest(a.most, b.most, MOST, Math.min),
  others: new Map([...a.others, ...b.others, ...closed(a), ...closed(b)]),
})

const texts = (value: unknown): string[] =>
  [value].flat().filter((text): text is string => typeof text === 'string')

function typesOf(type: unknown): ReadonlySet<string> | null {
  if (type === undefined) return null
  const names = texts(type)
  // Every whole number is a number.
  return new Set(names.includes('number') ? [...names, 'integer'] : names)
}

function valuesOf(schema: Schema): ReadonlySet<string> | null {
  if ('const' in schema) return new Set([JSON.stringify(schema['const'])])
  const { enum: values } = schema
  return Array.isArray(values) ? new Set(values.map(value => JSON.stringify(value))) : null
}

const WEIGHED = new Set<string>([
  ...LEAST,
  ...MOST,
  ...ANNOTATIONS,
  'type',
  'enum',
  'const',
  'required',
  'properties',
  'items',
  'pattern',
  'allOf',
  '$ref',
])

/**
 * Reads a JSON Schema.
 * @param referred the schemas that it may refer to, by `$id`
 * @throws {Error} for a reference to none of them
 */
export function contractShape(schema: unknown, referred: ReadonlyMap<string, unknown>): ContractShape {
  if (schema === true) return ANYTHING
  if (!isSchema(schema)) return { ...ANYTHING, others: new Map([['schema', JSON.stringify(schema)]]) }
  const { properties, allOf, items, pattern, required, $ref, additionalProperties } = schema
  const others = Object.entries(schema).filter(
    ([name, value]) => !WEIGHED.has(name) && !(name === 'additionalProperties' && typeof value === 'boolean'),
  )
  const own: ContractShape = {
    types: typesOf(schema['type']),
    values: valuesOf(schema),
    required: new Set(texts(required)),
    properties: new Map(
      Object.entries(isSchema(properties) ? properties : {}).map(([name, inner]) => [
        name,
        contractShape(inner, referred),
      ]),
    ),
    isOpen: additionalProperties !== false,
    items: items === undefined ? null : contractShape(items, referred),
    patterns: new Set(texts(pattern)),
    least: numbers(schema, LEAST),
    most: numbers(schema, MOST),
    others: new Map(others.map(([name, value]) => [name, JSON.stringify(value)])),
  }
  const parts: unknown[] = Array.isArray(allOf) ? [...allOf] : []
  if (typeof $ref === 'string') {
    if (!referred.has($ref)) throw new Error(`No schema is called ${$ref}.`)
    parts.push(referred.get($ref))
  }
  return parts.map(part => contractShape(part, referred)).reduce(both, own)
}
