import type { Delivery } from '#orchestrator/transport-model.ts'

/** A record as the client reads it, its parts as bytes. */
export interface RawMessage {
  readonly topic: string
  readonly partition: number
  readonly offset: bigint
  /** Milliseconds since 1970. */
  readonly timestamp: bigint
  readonly key?: Buffer | null
  readonly value?: Buffer | null
  readonly headers: ReadonlyMap<Buffer, Buffer>
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Bytes as text; bytes that are no UTF-8 as a `data:` address (RFC 2397), from which they can be had again. */
export function textOf(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes)
  } catch {
    return `data:application/octet-stream;base64,${Buffer.from(bytes).toString('base64')}`
  }
}

/** The instants that a Date can hold, in milliseconds around 1970 (ECMA-262, 21.4.1.1). */
const FARTHEST_MS = 8.64e15
const instantOf = (timestamp: bigint): string =>
  new Date(Math.max(-FARTHEST_MS, Math.min(FARTHEST_MS, Number(timestamp)))).toISOString()

/** Where several headers have one name, the last is kept. A time beyond all calendars is the last that there is. */
export const deliveryOf = ({
  topic,
  partition,
  offset,
  timestamp,
  key,
  value,
  headers,
}: RawMessage): Delivery => ({
  topic,
  partition,
  offset: Number(offset),
  timestamp: instantOf(timestamp),
  key: key ? textOf(key) : null,
  value: value ? textOf(value) : null,
  headers: Object.fromEntries([...headers].map(([name, text]) => [textOf(name), text ? textOf(text) : ''])),
})
