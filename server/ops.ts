import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Registry } from 'prom-client'
import { LIMITS } from '#server/limits.ts'
import { isPrivatePeer } from '#server/private-peer.ts'

const MOST_CONNECTIONS = 64

/** An address, not a name: a name may be led here by whoever owns it, from a page in an operator's browser. */
const NUMERIC = /^(?:localhost|[\d.]+|\[[\da-f:.]+\])(?::\d+)?$/i

export interface OpsOptions {
  readonly registry: Registry
  /** What operators want to know of this instance, as JSON. */
  readonly details: () => object
}

/** The port of whoever runs the portal: figures and details, to this machine and private networks alone. */
export function createOpsServer(options: OpsOptions): Server {
  const server = createServer(LIMITS, (request, response) => {
    answerOps(request, response, options).catch(fault => response.destroy(fault))
  })
  server.maxConnections = MOST_CONNECTIONS
  server.on('connection', socket => {
    if (!isPrivatePeer(socket.remoteAddress)) socket.destroy()
  })
  return server
}

async function answerOps(
  { method, url, headers }: IncomingMessage,
  response: ServerResponse,
  { registry, details }: OpsOptions,
): Promise<void> {
  if (method !== 'GET' && method !== 'HEAD') response.writeHead(405, { Allow: 'GET, HEAD' }).end()
  else if (!NUMERIC.test(headers.host ?? '')) response.writeHead(421).end()
  else if (url === '/metrics') {
    const figures = await registry.metrics()
    response.writeHead(200, { 'Content-Type': registry.contentType }).end(figures)
  } else if (url === '/health')
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(details()))
  else response.writeHead(404).end()
}
