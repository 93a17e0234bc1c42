import http from 'node:http'
import type { ReaderScope } from './model.ts'
import type { PlantedPortal } from './planted-portal.ts'

export interface Answer {
  readonly status: number
  readonly headers: http.IncomingHttpHeaders
  readonly body: string
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 64 })

/** Asks as a reader of a scope; no redirect is followed. @param headers beside the session of that reader */
export const askAs = (
  { origin, cookies }: Pick<PlantedPortal, 'origin' | 'cookies'>,
  scope: ReaderScope,
  address: string,
  headers: http.OutgoingHttpHeaders = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin)
    const options = { hostname, port, path: address, agent, headers: { ...cookies.get(scope), ...headers } }
    const request = http.request(options, async response => {
      const chunks: Buffer[] = []
      for await (const chunk of response) chunks.push(chunk)
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        body: Buffer.concat(chunks).toString('utf8'),
      })
    })
    request.once('error', reject).end()
  })

/** All that an answer tells: its headers and its words, however these are written. */
export function allOf({ headers, body }: Answer): string {
  const written = `${JSON.stringify(headers)}\n${body}`
  return `${written}\n${decoded(written)}`
}

const decoded = (text: string): string =>
  text.replaceAll(/(?:%[0-9a-f]{2})+/gi, encoded =>
    Buffer.from(encoded.replaceAll('%', ''), 'hex').toString('utf8'),
  )
