import type { RequestListener, Server } from 'node:http'
import type { Socket } from 'node:net'

/** Requests that one connection may have under way; what a reader opens at once comes on several connections. */
const MOST_UNDER_WAY = 64

export interface Connections {
  /** Whether an answer on this connection is not finished. */
  isBusy(socket: Socket): boolean
  /** The same listener, but for requests that a connection has too many of. */
  bounded(listener: RequestListener): RequestListener
  /** Ends those on which nothing was ever asked: browsers open some in advance. */
  endUnused(): void
}

/** Follows what goes on on a server's connections, and ends one that asks for ever more without taking answers. */
export function followConnections(server: Server, onDropped: (code: string) => void): Connections {
  const unused = new Set<Socket>()
  const underWay = new WeakMap<Socket, number>()
  const countOf = (socket: Socket) => underWay.get(socket) ?? 0

  server.on('connection', (socket: Socket) => {
    unused.add(socket)
    socket.once('close', () => unused.delete(socket))
  })
  return {
    bounded: listener => (request, response) => {
      const { socket } = request
      unused.delete(socket)
      // What was read with the request that was too many still comes, and is not listened to.
      if (socket.destroyed) return
      if (countOf(socket) === MOST_UNDER_WAY) {
        onDropped('TOO_MANY_UNDER_WAY')
        socket.destroy()
        return
      }
      underWay.set(socket, countOf(socket) + 1)
      response.once('close', () => underWay.set(socket, countOf(socket) - 1))
      listener(request, response)
    },
    isBusy: socket => countOf(socket) > 0,
    endUnused() {
      for (const socket of unused) socket.destroy()
    },
  }
}
