import { once } from 'node:events'
import http from 'node:http'
import net, { type AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { followConnections } from '#server/connections.ts'
import { createDrain } from '#server/drain.ts'

async function story() {
  const open = Promise.withResolvers<void>()
  const server = http.createServer(async (_request, response) => {
    await open.promise
    response.end('whole')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => server.closeAllConnections())
  const { port } = server.address() as AddressInfo
  const ask = async () => (await fetch(`http://127.0.0.1:${port}`)).text()
  return { server, port, ask, answer: open.resolve }
}

describe('an instance that is told to end', () => {
  test('answers what it was asked before, then takes no connection any more', async () => {
    const { server, ask, answer } = await story()
    const asked = ask()
    await once(server, 'request')
    const ended = createDrain(
      server,
      followConnections(server, () => {}),
    ).begin()
    answer()
    expect(await asked).toBe('whole')
    await ended
    await expect(ask()).rejects.toThrow()
  })

  test('goes on answering for a while where somebody asks whether it is ready', async () => {
    const { server, ask, answer } = await story()
    answer()
    const drain = createDrain(
      server,
      followConnections(server, () => {}),
    )
    drain.readinessAsked()
    const ended = drain.begin()
    expect(drain.isDraining).toBe(true)
    expect(await ask()).toBe('whole')
    await ended
  })

  test('does not wait for a connection that a browser opened in advance', async () => {
    const { server, port } = await story()
    const drain = createDrain(
      server,
      followConnections(server, () => {}),
    )
    const socket = net.connect(port, '127.0.0.1')
    await once(server, 'connection')
    const closed = once(socket, 'close')
    const since = performance.now()
    await drain.begin()
    await closed
    // Whoever has no answer yet would be waited for twice as long.
    expect(performance.now() - since).toBeLessThan(5000)
  })

  test('ends once, however often it is told to', async () => {
    const { server } = await story()
    const drain = createDrain(
      server,
      followConnections(server, () => {}),
    )
    expect(drain.begin()).toBe(drain.begin())
    await drain.begin()
  })
})
