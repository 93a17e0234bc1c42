import { ANYTHING, type ContractShape, contractShape } from './contract-shape-rules.ts'

/** Something that an older contract accepted or promised, and a newer one of the same topic does not. */
export interface ContractBreak {
  /** JSON Pointer of the value. */
  readonly path: string
  /** "expected …, found …". */
  readonly message: string
}

const listed = (names: Iterable<string>): string => [...names].join(', ')

type Numbers = Readonly<Record<string, number | undefined>>

function* tightened(older: Numbers, newer: Numbers, isTighter: (now: number, before: number) => boolean) {
  for (const [name, now] of Object.entries(newer)) {
    const before = older[name]
    if (now !== undefined && (before === undefined || isTighter(now, before)))
      yield `expected ${name} ${before ?? 'none'} or looser, found ${now}`
  }
}

/** What is narrower in the demands on one value, its fields left out. */
function* narrowed(older: ContractShape, newer: ContractShape): Generator<string> {
  const { types, values } = newer
  if (types && !older.types?.isSubsetOf(types))
    yield `expected any type of ${older.types ? listed(older.types) : 'all'}, found ${listed(types)}`
  if (values && !older.values?.isSubsetOf(values))
    yield `expected any value of ${older.values ? listed(older.values) : 'all'}, found ${listed(values)}`
  const patterns = newer.patterns.difference(older.patterns)
  if (patterns.size > 0) yield `expected no further pattern, found ${listed(patterns)}`
  yield* tightened(older.least, newer.least, (now, before) => now > before)
  yield* tightened(older.most, newer.most, (now, before) => now < before)
  if (older.isOpen && !newer.isOpen) yield 'expected other fields to be allowed as before, found them refused'
  for (const name of new Set([...older.others.keys(), ...newer.others.keys()])) {
    const [before = 'none', now = 'none'] = [older.others.get(name), newer.others.get(name)]
    if (before !== now) yield `expected ${name} ${before} as before, found ${now}`
  }
}

function* breaksBetween(older: ContractShape, newer: ContractShape, path: string): Generator<ContractBreak> {
  for (const message of narrowed(older, newer)) yield { path, message }
  for (const name of newer.required.difference(older.required))
    yield { path: `${path}/${name}`, message: 'expected an optional field, found it required' }
  for (const name of older.required.difference(newer.required))
    yield { path: `${path}/${name}`, message: 'expected a required field as before, found it optional' }
  for (const [name, before] of older.properties) {
    const now = newer.properties.get(name)
    if (now) yield* breaksBetween(before, now, `${path}/${name}`)
    else yield { path: `${path}/${name}`, message: 'expected the field as before, found none' }
  }
  for (const name of older.required) {
    const now = older.properties.has(name) ? undefined : newer.properties.get(name)
    if (now) yield* breaksBetween(ANYTHING, now, `${path}/${name}`)
  }
  if (newer.items && !older.items)
    yield { path: `${path}/*`, message: 'expected items of any form, found a form' }
  if (newer.items && older.items) yield* breaksBetween(older.items, newer.items, `${path}/*`)
}

/** A contract is named for its version in every value; that is how two versions may differ. */
function withoutVersion(shape: ContractShape): ContractShape {
  const properties = new Map(shape.properties)
  properties.delete('schemaVersion')
  return { ...shape, properties, required: shape.required.difference(new Set(['schemaVersion'])) }
}

/**
 * Where a newer contract does more than add optional fields: whatever the older one accepted, it must accept, and what
 * that promised, it must promise. A field that no property names is no part of a contract. Keywords that the rule does
 * not know must stay as they are.
 * @param shared what the contracts refer to
 * @returns none: the newer one only adds
 */
export function contractBreaks(
  older: object,
  newer: object,
  shared: readonly { $id: string }[],
): ContractBreak[] {
  const referred = new Map(shared.map(schema => [schema.$id, schema]))
  const [before, now] = [older, newer].map(schema => withoutVersion(contractShape(schema, referred)))
  return before && now ? [...breaksBetween(before, now, '')] : []
}

/** Each contract that has one before it, with that one. Versions are `v1`, `v2`, …, whole numbers in their order. */
export function successions(
  contracts: ReadonlyMap<string, object>,
): { readonly name: string; readonly older: object; readonly newer: object }[] {
  return [...contracts].flatMap(([name, newer]) => {
    const [topic = '', version = ''] = name.split('@v')
    const older = contracts.get(`${topic}@v${Number(version) - 1}`)
    return older ? [{ name, older, newer }] : []
  })
}
