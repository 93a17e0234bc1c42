import { createHash } from 'node:crypto'

/** Bits of the version (8, "custom") and of the variant (RFC 9562, 5.8). */
const VERSION = 0x80
const VARIANT = 0x80

/** A UUID that is the same for the same parts, wherever the portal runs. */
export function stableUuid(...parts: readonly string[]): string {
  const bytes = createHash('sha256').update(JSON.stringify(parts)).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | VERSION
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | VARIANT
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

export const stableUrn = (...parts: readonly string[]): string => `urn:uuid:${stableUuid(...parts)}`
