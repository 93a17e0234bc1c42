import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import type { Transport } from '#orchestrator/transport-model.ts'
import { accept } from './accept.ts'
import { PROBLEMS, Problem, problemBody } from './problem-model.ts'
import { readBody } from './read-body.ts'
import { type KesSource, parseKesRequest } from './request-model.ts'

export interface KesApi {
  /** Null: Kafka is not switched on. */
  readonly transport: Transport | null
  /** Whether the brokers answer. */
  readonly doBrokersAnswer: () => Promise<boolean>
  readonly log: Logger
  /** Whether the service goes by the name that a request asks for. */
  readonly isOwnHost: (host: string | undefined) => boolean
  readonly isStopping: () => boolean
}

const SOURCES: Readonly<Record<string, KesSource>> = {
  '/kes/cases': 'case',
  '/kes/payment-requests': 'payment',
}
const RETRY_AFTER_S = 5
const SLOW_MS = 3_000

interface Answer {
  readonly status: number
  readonly body: object
  readonly headers?: Readonly<Record<string, string>>
}

async function health({ transport, doBrokersAnswer, isStopping }: KesApi): Promise<Answer> {
  const tooLong = Promise.withResolvers<false>()
  const timer = setTimeout(() => tooLong.resolve(false), SLOW_MS)
  const answers = transport ? await Promise.race([doBrokersAnswer(), tooLong.promise]) : false
  clearTimeout(timer)
  const kafka = transport ? (answers ? 'answers' : 'away') : 'off'
  const isReady = kafka === 'answers' && !isStopping()
  return { status: isReady ? 200 : 503, body: { ready: isReady, kafka, stopping: isStopping() } }
}

async function answer(request: IncomingMessage, api: KesApi): Promise<Answer> {
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
  if (!api.isOwnHost(request.headers.host)) throw new Problem('host')
  if (path === '/health') {
    if (request.method !== 'GET') return refusal(new Problem('method'), { Allow: 'GET' })
    return health(api)
  }
  const source = SOURCES[path]
  if (!source) throw new Problem('not-found')
  if (request.method !== 'POST') return refusal(new Problem('method'), { Allow: 'POST' })
  if (api.isStopping()) throw new Problem('stopping')
  const asked = parseKesRequest(source, request.headers, await readBody(request))
  return { status: 202, body: await accept(asked, api.transport, api.log) }
}

const refusal = (problem: Problem, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status: PROBLEMS[problem.code].status,
  body: problemBody(problem),
  headers: {
    'Content-Type': 'application/problem+json',
    ...(PROBLEMS[problem.code].status === 503 && { 'Retry-After': String(RETRY_AFTER_S) }),
    ...headers,
  },
})

function refusalOf(error: unknown, log: Logger): Answer {
  if (error instanceof Problem) return refusal(error)
  // The words of an unforeseen error may hold anything; its kind and place do not.
  log.error(
    { problem: error instanceof Error ? (error.stack?.split('\n')[1]?.trim() ?? error.name) : '' },
    'fault',
  )
  return refusal(new Problem('fault'))
}

function send(response: ServerResponse, { status, body, headers }: Answer, isLast: boolean): void {
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    // What is left of a body that nobody reads would be taken for the next request.
    ...(isLast && { Connection: 'close' }),
    ...headers,
  })
  response.end(`${JSON.stringify(body)}\n`)
}

/** Answers the requests of the KES API (docs/orchestrator.md). */
export const kesListener =
  (api: KesApi): RequestListener =>
  (request, response) => {
    answer(request, api)
      .catch((error: unknown) => refusalOf(error, api.log))
      .then(given => {
        if (!response.destroyed) send(response, given, api.isStopping() || !request.complete)
      })
  }
