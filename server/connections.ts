import type { RequestListener, Server, ServerResponse } from 'node:http'
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
  const underWay = new WeakMap<Socket, Set<ServerResponse>>()

  function follow(socket: Socket): Set<ServerResponse> {
    const responses = new Set<ServerResponse>()
    underWay.set(socket, responses)
    socket.once('close', () => {
      // One whose turn had not come does not always learn that nobody waits for it any more.
      for (const response of responses) response.destroy()
    })
    return responses
  }

  server.on('connection', (socket: Socket) => {
    unused.add(socket)
    socket.once('close', () => unused.delete(socket))
  })
  return {
    bounded: listener => (request, response) => {
      const { socket } = request
      unused.delete(socket)
      const responses = underWay.get(socket) ?? follow(socket)
      if (responses.size === MOST_UNDER_WAY) {
        onDropped('TOO_MANY_UNDER_WAY')
        socket.destroy()
        return
      }
      responses.add(response)
      response.once('close', () => responses.delete(response))
      listener(request, response)
    },
    isBusy: socket => (underWay.get(socket)?.size ?? 0) > 0,
    endUnused() {
      for (const socket of unused) socket.destroy()
    },
  }
}
