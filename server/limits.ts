import { type RequestListener, type Server, type ServerOptions, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { Connections } from '#server/connections.ts'
import { HeardRequest } from '#server/heard-request.ts'

/** Sizes in bytes, times in milliseconds. A connection that keeps to them costs little, however many there are. */
export const LIMITS: ServerOptions = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  connectionsCheckingInterval: 1000,
  // Longer than the load balancers of the usual clouds keep an idle connection: they, not we, end it.
  keepAliveTimeout: 65_000,
  // The gate itself answers a request that names no host.
  requireHostHeader: false,
  IncomingMessage: HeardRequest,
}

const MOST_CONNECTIONS = 4096

/** For how long a connection stays after its last words. */
const LINGER = 2000

/** What Node says of bytes that are no proper request. */
const STATUS: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

export interface GuardOptions {
  readonly listener: RequestListener
  readonly connections: Connections
  /** Headers of every answer, name after name and value. */
  readonly always: readonly string[]
  readonly onDropped: (code: string) => void
}

/** Answers what reaches no listener, with the policy that every answer carries: other protocols, broken requests. */
export function guardConnections(server: Server, options: GuardOptions): void {
  const { listener, connections, always, onDropped } = options
  server.maxConnections = MOST_CONNECTIONS
  server.on('drop', () => onDropped('TOO_MANY'))
  // Who expects something of us before sending a body is answered like anyone who sends one.
  for (const event of ['checkContinue', 'checkExpectation'] as const) server.on(event, listener)
  for (const event of ['upgrade', 'connect'] as const)
    server.on(event, (_request, socket) => end(socket, 405, [...always, 'Allow', 'GET, HEAD']))
  server.on('clientError', (fault: NodeJS.ErrnoException, socket: Socket) => {
    onDropped(fault.code ?? 'UNKNOWN')
    // Words of ours would be taken for the answer that is under way.
    if (connections.isBusy(socket)) socket.destroy()
    else end(socket, STATUS[fault.code ?? ''] ?? 400, always)
  })
}

/** The last words on a connection that no server looks after any more: it is gone with them, whatever the other side does. */
function end(socket: Duplex, status: number, given: readonly string[]): void {
  socket.on('error', () => {})
  if (!socket.writable) {
    socket.destroy()
    return
  }
  const headers = [...given, 'Content-Length', '0', 'Connection', 'close']
  const lines = Array.from(
    { length: headers.length / 2 },
    (_, at) => `${headers[2 * at]}: ${headers[2 * at + 1]}`,
  )
  const text = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', ''].join('\r\n')
  socket.end(text)
  // What still comes is read and dropped for a while: closing at once would take back what was just said.
  socket.resume()
  setTimeout(() => socket.destroy(), LINGER).unref()
}
