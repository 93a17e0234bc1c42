import http from 'node:http'
import { inject } from 'vitest'

/** Connections are kept: thousands of questions would otherwise be thousands of connections. */
const agent = new http.Agent({ keepAlive: true, maxSockets: 24 })

/** What differs between two equal answers: when they were given, and what becomes of the connection. */
const PASSING = new Set(['date', 'age', 'connection', 'keep-alive'])

/** An answer as it came over the wire. */
export interface Bytes {
  readonly status: number
  /** Name and value of each header, in the order in which they came. */
  readonly headers: readonly string[]
  readonly body: Buffer
}

export const bytesOf = (address: string, headers: http.OutgoingHttpHeaders = {}): Promise<Bytes> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(inject('origin'))
    const request = http.request({ hostname, port, path: address, headers, agent }, async response => {
      const chunks: Buffer[] = []
      for await (const chunk of response) chunks.push(chunk)
      const lines = Array.from(
        { length: response.rawHeaders.length / 2 },
        (_, at) => `${response.rawHeaders[2 * at]}: ${response.rawHeaders[2 * at + 1]}`,
      )
      resolve({
        status: response.statusCode ?? 0,
        headers: lines.filter(line => !PASSING.has(line.split(':')[0]?.toLowerCase() ?? '')),
        body: Buffer.concat(chunks),
      })
    })
    request.once('error', reject).end()
  })

/** How an answer differs from another, null where it does in no byte. */
export function difference(one: Bytes, other: Bytes): string | null {
  if (one.status !== other.status) return `status ${other.status}, not ${one.status}`
  if (one.headers.join('\n') !== other.headers.join('\n'))
    return `headers\n${other.headers.join('\n')}\nnot\n${one.headers.join('\n')}`
  return one.body.equals(other.body)
    ? null
    : `a body of ${other.body.length} bytes, not the ${one.body.length} expected`
}

export const isRefused = ({ status }: Bytes): boolean => status >= 400 && status < 500

/** Does a piece of work for each of many things, as many at a time as there are connections. */
export async function forEach<T>(things: readonly T[], work: (thing: T) => Promise<void>): Promise<void> {
  const rest = things.values()
  await Promise.all(
    Array.from({ length: agent.maxSockets }, async () => {
      for (const thing of rest) await work(thing)
    }),
  )
}
