import { once } from 'node:events'
import http from 'node:http'
import net, { type AddressInfo } from 'node:net'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { encodeAnswer } from '#server/answer.ts'
import { respond } from '#server/respond.ts'

afterEach(() => {
  vi.useRealTimers()
})

/** A client that asks a server for so many bytes, and takes none of them. */
async function askFor(bytes: number) {
  const answer = await encodeAnswer({
    status: 200,
    headers: { 'Content-Type': 'font/woff2' },
    body: Buffer.alloc(bytes),
  })
  const sent = Promise.withResolvers<http.ServerResponse>()
  const server = http.createServer((request, response) => {
    respond(request, response, [], answer)
    sent.resolve(response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const socket = net.connect(port, '127.0.0.1')
  onTestFinished(() => {
    socket.destroy()
    server.close()
  })
  socket.on('error', () => {})
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
  return { response: await sent.promise, socket }
}

test('a reader who does not take an answer loses the connection after half a minute, and not before', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { response } = await askFor(64 * 1024 * 1024)
  vi.advanceTimersByTime(29_999)
  expect(response.destroyed).toBe(false)
  vi.advanceTimersByTime(1)
  expect(response.destroyed).toBe(true)
})

test('a reader who takes an answer keeps the connection', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { socket } = await askFor(1000)
  await once(socket, 'data')
  vi.advanceTimersByTime(60_000)
  expect(socket.destroyed).toBe(false)
})
