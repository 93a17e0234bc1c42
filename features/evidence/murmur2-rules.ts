const SEED = 0x9747b28c
const M = 0x5bd1e995

/**
 * MurmurHash2, 32 bits, as Kafka's Java client seeds it for keys (org.apache.kafka.common.utils.Utils.murmur2).
 * @returns a signed integer
 */
export function murmur2(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let hash = SEED ^ bytes.length
  const whole = bytes.length & ~3
  for (let index = 0; index < whole; index += 4) {
    let word = Math.imul(view.getInt32(index, true), M)
    word = Math.imul(word ^ (word >>> 24), M)
    hash = Math.imul(hash, M) ^ word
  }
  const rest = bytes.length - whole
  if (rest > 0) {
    let tail = 0
    for (let index = rest - 1; index >= 0; index -= 1) tail = (tail << 8) | view.getUint8(whole + index)
    hash = Math.imul(hash ^ tail, M)
  }
  hash = Math.imul(hash ^ (hash >>> 13), M)
  return hash ^ (hash >>> 15)
}

const encoder = new TextEncoder()

/** The partition that Kafka's default partitioner gives a key. */
export const partitionOf = (key: string, partitions: number): number =>
  (murmur2(encoder.encode(key)) & 0x7fffffff) % partitions
