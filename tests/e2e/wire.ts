import { once } from 'node:events'
import net from 'node:net'
import { inject } from 'vitest'

/** A connection of its own, over which anything can be said. */
export interface Wire {
  readonly socket: net.Socket
  say(words: string | Buffer): void
  /** What was heard so far, byte for character. */
  heard(): string
  /** Settles when the other side has closed the connection for good, with what was heard. */
  readonly closed: Promise<string>
}

/** Opens one that stays open on this side whatever the other does: who attacks does not hang up either. */
export async function open(origin: string = inject('origin')): Promise<Wire> {
  const { hostname, port } = new URL(origin)
  const socket = net.connect({ host: hostname, port: Number(port), allowHalfOpen: true })
  let heard = ''
  socket.setEncoding('latin1').on('data', text => {
    heard += text
  })
  // A reset is one of the ways in which the other side may close.
  socket.on('error', () => {})
  const closed = new Promise<string>(resolve => {
    socket.once('close', () => resolve(heard))
  })
  // Whoever has been bidden farewell learns only by speaking whether anybody still listens.
  socket.once('end', () => {
    const timer = setInterval(() => socket.writable && socket.write('a'), 100)
    closed.finally(() => clearInterval(timer))
  })
  await once(socket, 'connect')
  return { socket, say: words => socket.write(words), heard: () => heard, closed }
}

/** Says something, hangs up, and hears the other side out. */
export async function exchange(words: string | Buffer, origin?: string): Promise<string> {
  const { say, socket, closed } = await open(origin)
  socket.once('end', () => socket.end())
  say(words)
  return closed
}

/** A request as it goes over the wire; `Host` is the portal's own unless said otherwise. */
export function requestFor(
  target: string,
  lines: readonly string[] = [],
  { origin = inject('origin'), method = 'GET', version = '1.1' } = {},
): string {
  const host = lines.some(line => /^host:/i.test(line)) ? [] : [`Host: ${new URL(origin).host}`]
  return [`${method} ${target} HTTP/${version}`, ...host, ...lines, '', ''].join('\r\n')
}

export const statusOf = (heard: string): number => Number(/^HTTP\/1\.1 (\d{3}) /.exec(heard)?.[1])

/** How many answers were heard. */
export const answersIn = (heard: string): number => heard.split(/HTTP\/1\.1 \d{3} /).length - 1
