import { createServer, type ServerOptions } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Logger } from 'pino'
import { KES_TOPIC } from '#orchestrator/event-model.ts'
import type { Transport } from '#orchestrator/transport-model.ts'
import { isLoopback, type KesApiAddress } from './address-model.ts'
import { isOwnHost } from './host-rules.ts'
import { kesListener } from './listener.ts'
import { sharedInquiry } from './shared-inquiry.ts'

/** Sizes in bytes, times in milliseconds. */
const LIMITS: ServerOptions = {
  maxHeaderSize: 8 * 1024,
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  connectionsCheckingInterval: 1_000,
  keepAliveTimeout: 65_000,
}
const MOST_CONNECTIONS = 256
/** How long requests under way may take once the service is to stop. */
const DRAIN_MS = 15_000
/** For how long what the brokers answered is told again, so that nobody opens connections by asking. */
const HEALTH_KEPT_MS = 2_000

export interface KesService {
  readonly host: string
  readonly port: number
  /** Takes no new request, answers those under way, and resolves when all are answered or the time is up. */
  stop(): Promise<void>
}

/**
 * Listens for KES requests.
 * @param transport null: Kafka is not switched on, and every request is told so
 */
export function startKesService(
  { host, port, names }: KesApiAddress,
  transport: Transport | null,
  log: Logger,
): Promise<KesService> {
  let isStopping = false
  const server = createServer(
    LIMITS,
    kesListener({
      transport,
      doBrokersAnswer: sharedInquiry(async () => transport?.describe([KES_TOPIC]), HEALTH_KEPT_MS),
      log,
      isOwnHost: asked => isOwnHost(asked, names, isLoopback(host)),
      isStopping: () => isStopping,
    }),
  )
  server.maxConnections = MOST_CONNECTIONS
  const stop = (): Promise<void> =>
    new Promise(resolve => {
      isStopping = true
      const timer = setTimeout(() => server.closeAllConnections(), DRAIN_MS)
      server.close(() => {
        clearTimeout(timer)
        resolve()
      })
      server.closeIdleConnections()
    })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const { port: given } = server.address() as AddressInfo
      resolve({ host, port: given, stop })
    })
  })
}
