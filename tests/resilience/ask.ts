import http from 'node:http'

export interface Question {
  /** Scheme, host and port. */
  readonly origin: string
  readonly path: string
  readonly headers?: http.OutgoingHttpHeaders
  /** Connections to use again; without, one for this question alone. */
  readonly agent?: http.Agent | undefined
  /** Address of this machine to ask from. */
  readonly from?: string
}

export interface Answer {
  readonly status: number
  readonly headers: http.IncomingHttpHeaders
  readonly body: Buffer
}

/** Milliseconds after which a reader would have gone. */
const PATIENCE = 15_000

/** Asks exactly what is said. Rejects where the connection breaks, the answer is cut short or does not come. */
export const ask = ({ origin, path, headers = {}, agent, from }: Question): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin)
    const options = { hostname, port, path, headers, agent: agent ?? false, localAddress: from }
    const request = http.get(options, async response => {
      try {
        const chunks: Buffer[] = []
        for await (const chunk of response) chunks.push(chunk)
        const body = Buffer.concat(chunks)
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body })
      } catch (error) {
        reject(error)
      } finally {
        clearTimeout(timer)
      }
    })
    const timer = setTimeout(() => request.destroy(new Error(`no answer within ${PATIENCE} ms`)), PATIENCE)
    request.once('error', error => {
      clearTimeout(timer)
      reject(error)
    })
  })
