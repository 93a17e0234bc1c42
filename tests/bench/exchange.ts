import http from 'node:http'

/** An answer as it came: not decompressed, its headers name after name and value. */
export interface Exchange {
  readonly status: number
  readonly headers: readonly string[]
  readonly body: Buffer
}

/** What belongs to one connection or moment, not to the answer. */
const PASSING = new Set(['date', 'connection', 'keep-alive'])

/** Asks for an address once, following nothing and adding nothing. */
export const exchange = (address: string, headers: http.OutgoingHttpHeaders = {}): Promise<Exchange> =>
  new Promise((resolve, reject) => {
    const request = http.get(address, { agent: false, headers }, async response => {
      const chunks: Buffer[] = []
      for await (const chunk of response) chunks.push(chunk)
      const body = Buffer.concat(chunks)
      const { rawHeaders, statusCode: status = 0 } = response
      const lasting = rawHeaders.filter(
        (_, at) => !PASSING.has((rawHeaders[at - (at % 2)] ?? '').toLowerCase()),
      )
      resolve({ status, headers: lasting, body })
    })
    request.once('error', reject)
  })

/** The value of a header, empty where there is none. */
export const headerOf = ({ headers }: Exchange, name: string): string =>
  headers[headers.findIndex((header, at) => at % 2 === 0 && header.toLowerCase() === name) + 1] ?? ''
