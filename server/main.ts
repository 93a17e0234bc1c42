import { createServer } from 'node:http'
import path from 'node:path'
import { gateEnvironment } from '#server/env.ts'
import { createGate } from '#server/gate.ts'
import { createRenderer } from '#server/renderer.ts'

const { host, port, origin } = gateEnvironment()
const folder = path.resolve(import.meta.dirname, '..')
const server = createServer(
  { maxHeaderSize: 16 * 1024, headersTimeout: 10_000, requestTimeout: 15_000, keepAliveTimeout: 30_000 },
  createGate({ render: await createRenderer(folder, origin), origin }),
)

// No protocol but HTTP is spoken here.
for (const event of ['upgrade', 'connect'] as const)
  server.on(event, (_request, socket) => {
    socket.end(
      'HTTP/1.1 405 Method Not Allowed\r\nAllow: GET, HEAD\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
    )
  })

server.listen(port, host, () => {
  process.send?.({ listening: origin })
})

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    server.close(() => process.exit(0))
    server.closeIdleConnections()
  })
// The starter that spawned this process is gone: nobody would stop it otherwise.
process.once('disconnect', () => process.exit(0))
