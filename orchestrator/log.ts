import pino, { type Logger } from 'pino'
import { instantOf } from '#orchestrator/instant-rules.ts'

export type Log = Logger

/**
 * One line of JSON an event on standard error; times are UTC. Lines are gathered for half a second at most: what a
 * killed process had is lost.
 */
export const createLog = (level: string): Log =>
  pino(
    { base: null, level, timestamp: () => `,"time":"${instantOf(Date.now())}"` },
    pino.destination({ dest: 2, sync: false, minLength: 4096, periodicFlush: 500 }),
  )
