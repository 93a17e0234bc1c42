import { isMap, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml'
import type { Place } from '#features/diagnostic/diagnostic-model.ts'
import type { Structure } from '#features/document/structure-model.ts'

/** No front matter of ours is nested deeper, and what is could exhaust the stack. */
const MAX_DEPTH = 8

function plainOf(node: unknown, depth = 0): unknown {
  if (isScalar(node)) return String(node.value)
  if (depth === MAX_DEPTH) return undefined
  if (isSeq(node)) return node.items.map(item => plainOf(item, depth + 1))
  if (!isMap(node)) return undefined
  return Object.fromEntries(
    node.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : '', plainOf(value, depth + 1)]),
  )
}

const offsetOf = (node: unknown): number | undefined =>
  isScalar(node) || isMap(node) || isSeq(node) ? node.range?.[0] : undefined

const pairOf = (map: YAMLMap, name: PropertyKey): Pair | undefined =>
  map.items.find(({ key }) => isScalar(key) && String(key.value) === String(name))

/** Offset of a part: of the value where that is a text, else of its key, for a block begins below its key. */
function offsetAt(pair: Pair, path: readonly PropertyKey[]): number | undefined {
  const [name, ...rest] = path
  const { key, value } = pair
  const own = isScalar(value) ? offsetOf(value) : offsetOf(key)
  if (name === undefined) return own
  if (isMap(value)) {
    const inner = pairOf(value, name)
    return (inner && offsetAt(inner, rest)) ?? own
  }
  return (isSeq(value) ? offsetOf(value.items[Number(name)]) : undefined) ?? own
}

/** A member of front matter, with the places of its parts. */
export const structureOf = (pair: Pair, placeAt: (offset: number) => Place): Structure => ({
  value: plainOf(pair.value),
  placeOf: path => placeAt(offsetAt(pair, path) ?? 0),
})
