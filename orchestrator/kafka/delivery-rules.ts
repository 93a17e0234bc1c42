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

/** Where several headers have one name, the last is kept. */
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
  timestamp: new Date(Number(timestamp)).toISOString(),
  key: key ? textOf(key) : null,
  value: value ? textOf(value) : null,
  headers: Object.fromEntries([...headers].map(([name, text]) => [textOf(name), text ? textOf(text) : ''])),
})
