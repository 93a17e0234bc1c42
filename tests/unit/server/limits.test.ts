import { once } from 'node:events'
import http from 'node:http'
import net, { type AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { followConnections } from '#server/connections.ts'
import { guardConnections, LIMITS } from '#server/limits.ts'

/** Longer than a loaded machine takes: what is waited for is that it happens, not when. */
const PATIENTLY = { timeout: 30_000 }

const UPGRADE = 'GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'

/** A guarded server whose answers are held back until they are let go. */
async function story() {
  const dropped: string[] = []
  const held: http.ServerResponse[] = []
  const heard = vi.fn()
  const server = http.createServer(LIMITS)
  server.on('request', heard)
  const onDropped = (code: string) => dropped.push(code)
  const connections = followConnections(server, onDropped)
  const listener = connections.bounded((_request, response) => held.push(response))
  server.on('request', listener)
  guardConnections(server, {
    listener,
    connections,
    always: ['Content-Security-Policy', "default-src 'none'"],
    onDropped,
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const { port } = server.address() as AddressInfo
  const connect = (allowHalfOpen = false) =>
    net.connect({ port, host: '127.0.0.1', allowHalfOpen }).on('error', () => {})
  const open = () => new Promise<number>(resolve => server.getConnections((_, count) => resolve(count)))
  return { dropped, held, heard, connect, open }
}

describe('a connection', () => {
  test('that wants another protocol is over, even if the other side keeps it open', async () => {
    const { connect, open } = await story()
    const sockets = Array.from({ length: 5 }, () => connect(true))
    for (const socket of sockets) socket.write(UPGRADE)
    const [answer] = await once(sockets[0] ?? connect(), 'data')
    expect(String(answer)).toMatch(/^HTTP\/1\.1 405 .*content-security-policy: default-src 'none'/is)
    await vi.waitFor(async () => expect(await open()).toBe(0), PATIENTLY)
    for (const socket of sockets) socket.destroy()
  })

  test('that wants another protocol and is torn down harms nobody', async () => {
    const { connect, open } = await story()
    const uncaught = vi.fn()
    process.on('uncaughtException', uncaught)
    for (let time = 0; time < 20; time += 1) {
      const socket = connect()
      await once(socket, 'connect')
      socket.write(UPGRADE)
      socket.resetAndDestroy()
    }
    await vi.waitFor(async () => expect(await open()).toBe(0), PATIENTLY)
    process.off('uncaughtException', uncaught)
    expect(uncaught).not.toHaveBeenCalled()
  })

  test.for([
    { what: 'wants another protocol', words: 'GET / HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(5) + UPGRADE },
    { what: 'asks for too much', words: 'GET / HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(100) },
  ])('that $what takes all answers with it that are under way', async ({ words }) => {
    const { connect, held } = await story()
    connect().write(words)
    await vi.waitFor(() => {
      expect(held.length).toBeGreaterThan(0)
      expect(held.filter(({ destroyed }) => !destroyed)).toEqual([])
    }, PATIENTLY)
  })

  test('that goes on with nonsense while an answer is under way is not answered with something else', async () => {
    const { connect, held, dropped } = await story()
    const socket = connect()
    const chunks: Buffer[] = []
    socket.on('data', chunk => chunks.push(chunk))
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\nnonsense\r\n\r\n')
    await once(socket, 'close')
    expect([chunks, held.length, dropped]).toEqual([[], 1, ['HPE_INVALID_METHOD']])
  })

  test('that asks for ever more without taking answers is ended, and not listened to any more', async () => {
    const { connect, held, heard, dropped } = await story()
    const socket = connect()
    socket.resume()
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(1000))
    await once(socket, 'close')
    expect(held.length).toBeLessThanOrEqual(64)
    expect(heard.mock.calls.length).toBeLessThanOrEqual(65)
    expect(dropped).toContain('TOO_MANY_UNDER_WAY')
  })
})
