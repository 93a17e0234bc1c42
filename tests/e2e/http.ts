import http from 'node:http'
import { inject } from 'vitest'

export interface Answer {
  readonly status: number
  readonly headers: http.IncomingHttpHeaders
  readonly body: string
}

interface Question {
  readonly method?: string
  readonly headers?: http.OutgoingHttpHeaders
  readonly origin?: string
}

/** Asks exactly what is said: no redirect is followed, no header added, no method refused. */
export const ask = (
  address: string,
  { method = 'GET', headers = {}, origin = inject('origin') }: Question = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin)
    const request = http.request({ hostname, port, path: address, method, headers }, async response => {
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
