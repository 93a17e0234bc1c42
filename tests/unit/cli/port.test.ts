import net from 'node:net'
import { describe, expect, it } from 'vitest'
import { checkPort, freePort, isFree } from '#scripts/port.js'

const listen = (port: number) =>
  new Promise<net.Server>(resolve => {
    const server = net.createServer().listen(port, '127.0.0.1', () => resolve(server))
  })

describe('a port', () => {
  it('that is free passes', async () => {
    await expect(checkPort('127.0.0.1', await freePort())).resolves.toBeUndefined()
  })

  it('in use is refused, with the next one to try', async () => {
    const port = await freePort()
    const server = await listen(port)
    expect(await isFree(port)).toBe(false)
    await expect(checkPort('127.0.0.1', port)).rejects.toMatchObject({
      message: expect.stringContaining(`port ${port} is in use`),
      remedy: expect.stringContaining(`PORT=${port + 1} npm start`),
    })
    server.close()
  })

  it.runIf(process.platform === 'linux')('in use names the process that has it', async () => {
    const server = await listen(0)
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    await expect(checkPort('127.0.0.1', port)).rejects.toThrow(`(process ${process.pid})`)
    server.close()
  })

  it('of a host that is not this machine is refused', async () => {
    await expect(checkPort('192.0.2.1', 3000)).rejects.toThrow('cannot listen on 192.0.2.1')
  })
})
