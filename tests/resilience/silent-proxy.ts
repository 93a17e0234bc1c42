import net from 'node:net'

/** How a network is broken: who connects anew is refused, or let in and never answered. */
export type Breach = 'refusing' | 'mute'

/** A way to a port of this machine that can go dead without a word. */
export interface SilentProxy {
  readonly port: number
  /** From now on no byte passes, in either direction, and no connection is seen to end. */
  breakDown(breach: Breach): Promise<void>
  /** New connections pass again; those from before stay dead. */
  mend(): Promise<void>
  close(): Promise<void>
}

export async function startSilentProxy(target: number): Promise<SilentProxy> {
  const sockets = new Set<net.Socket>()
  let era = 0
  let isBroken = false

  const keep = (socket: net.Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  }

  const accept = (reader: net.Socket): void => {
    keep(reader)
    reader.on('error', () => {})
    if (isBroken) {
      reader.resume()
      return
    }
    const own = era
    const isAlive = () => own === era
    const server = net.connect({ port: target, host: '127.0.0.1', allowHalfOpen: true })
    keep(server)
    for (const [from, to] of [
      [reader, server],
      [server, reader],
    ] as const) {
      from.on('data', bytes => {
        if (isAlive()) to.write(bytes)
      })
      from.on('end', () => {
        if (isAlive()) to.end()
      })
      from.on('error', () => {
        if (isAlive()) to.destroy()
      })
    }
  }

  const listener = net.createServer({ allowHalfOpen: true }, accept)
  const listen = (port: number): Promise<void> =>
    new Promise((resolve, reject) => {
      listener.once('error', reject).listen(port, '127.0.0.1', resolve)
    })
  await listen(0)
  const address = listener.address()
  const port = typeof address === 'object' && address ? address.port : 0

  return {
    port,
    async breakDown(breach) {
      era += 1
      isBroken = true
      // Stops listening; what is connected stays.
      if (breach === 'refusing') listener.close()
    },
    async mend() {
      era += 1
      isBroken = false
      if (!listener.listening) await listen(port)
    },
    async close() {
      listener.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}
