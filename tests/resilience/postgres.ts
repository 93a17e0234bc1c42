import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { databaseHome } from '#cli/database/home.ts'
import { startServer, stopServer } from '#cli/database/postmaster.ts'
import { readState } from '#cli/state/state.ts'
import { RESILIENCE_STATE } from '#tests/setup/database.ts'

/** The PostgreSQL of these tests as a machine that fails. Each call settles when it has happened. */
export interface Postgres {
  readonly port: number
  /** Kills the server, its first process alone and without a word; what that one started ends by itself. */
  kill(): void
  /** Stops it in order, ending what its clients do. */
  stop(): Promise<void>
  /** Starts it again and waits until it accepts connections. */
  start(): Promise<void>
}

/** Milliseconds within which what is left of a killed server has to go. */
const REMAINS = 30_000

export function runningPostgres(): Postgres {
  const home = databaseHome(RESILIENCE_STATE)
  const port = readState(RESILIENCE_STATE).database?.port
  if (port === undefined) throw new Error('the tests’ PostgreSQL does not run')
  const pid = () => Number(fs.readFileSync(path.join(home.data, 'postmaster.pid'), 'utf8').split('\n')[0])

  async function start(deadline: number): Promise<void> {
    try {
      await startServer(home, port ?? 0)
    } catch (error) {
      // Processes of the killed server still hold its memory.
      if (Date.now() > deadline) throw error
      await wait(100)
      await start(deadline)
    }
  }

  return {
    port,
    kill: () => {
      process.kill(pid(), 'SIGKILL')
    },
    stop: () => stopServer(home),
    start: () => start(Date.now() + REMAINS),
  }
}
