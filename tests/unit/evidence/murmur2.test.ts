import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { murmur2, partitionOf } from '#features/evidence/murmur2-rules.ts'

/** Hashes that Kafka's own client gives. */
const KNOWN: readonly (readonly [string, number])[] = [
  ['21', -973932308],
  ['foobar', -790332482],
  ['a-little-bit-long-string', -985981536],
  ['a-little-bit-longer-string', -1486304829],
  ['lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', -58897971],
  ['abc', 479470107],
]

test.for(KNOWN)('murmur2 hashes %s as Kafka does', ([key, hash]) => {
  expect(murmur2(new TextEncoder().encode(key))).toBe(hash)
})

const MASK = 0xffff_ffffn
const M = 0x5bd1_e995n

const mixed = (word: bigint): bigint => {
  const product = (word * M) & MASK
  return ((product ^ (product >> 24n)) * M) & MASK
}

/** The same in whole numbers of any size, as the algorithm is described, without a thought for speed. */
function plainMurmur2(bytes: Uint8Array): number {
  let hash = 0x9747_b28cn ^ BigInt(bytes.length)
  const at = (index: number) => BigInt(bytes[index] ?? 0)
  let index = 0
  for (; index + 4 <= bytes.length; index += 4) {
    const word = at(index) | (at(index + 1) << 8n) | (at(index + 2) << 16n) | (at(index + 3) << 24n)
    hash = ((hash * M) & MASK) ^ mixed(word)
  }
  if (index < bytes.length)
    hash = ((hash ^ (at(index) | (at(index + 1) << 8n) | (at(index + 2) << 16n))) * M) & MASK
  hash = ((hash ^ (hash >> 13n)) * M) & MASK
  return Number(BigInt.asIntN(32, hash ^ (hash >> 15n)))
}

test('murmur2 of any bytes is what the algorithm says, wherever they lie in memory', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70 }), fc.nat({ max: 8 }), (bytes, skipped) => {
      const memory = new Uint8Array(skipped + bytes.length)
      memory.set(bytes, skipped)
      expect(murmur2(memory.subarray(skipped))).toBe(plainMurmur2(bytes))
    }),
  )
})

test('a key has one of the partitions, and always the same one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 100_000 }), (key, partitions) => {
      const partition = partitionOf(key, partitions)
      expect(partition).toBeGreaterThanOrEqual(0)
      expect(partition).toBeLessThan(partitions)
      expect(partitionOf(key, partitions)).toBe(partition)
      expect(partitionOf(key, 1)).toBe(0)
    }),
  )
})
