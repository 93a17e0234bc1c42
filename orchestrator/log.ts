import pino, { type Logger } from 'pino'
import { instantOf } from '#orchestrator/instant-rules.ts'

export type Log = Logger

/**
 * One line of JSON an event on standard error; times are UTC. Lines are gathered for half a second at most: what a
 * killed process had is lost.
 */
export function createLog(level: string): Log {
  const destination = pino.destination({
    dest: 2,
    sync: false,
    minLength: 32_768,
    maxWrite: 65_536,
    periodicFlush: 500,
    // As text, all that is gathered would be counted again with every line.
    contentMode: 'buffer',
  })
  // Its types know of texts alone.
  const bytes = destination as unknown as { write(line: Buffer): boolean }
  const stream = {
    write: (line: string) => void bytes.write(Buffer.from(line)),
    flush: (done: (error?: Error) => void) => destination.flush(done),
  }
  return pino({ base: null, level, timestamp: () => `,"time":"${instantOf(Date.now())}"` }, stream)
}
