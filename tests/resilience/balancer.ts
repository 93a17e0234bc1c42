import { setTimeout as wait } from 'node:timers/promises'
import { ask } from './ask.ts'

/** What a load balancer knows of its gates. */
export interface Balancer {
  /** The gate to send the next reader to. */
  next(): string
  /** Waits until it knows a gate to be ready, or not to be. */
  knows(origin: string, isReady: boolean): Promise<void>
  stop(): Promise<void>
}

/** Milliseconds between two questions to a gate whether it is ready. */
const PERIOD = 200
const LATEST = 60_000

/** Asks each gate again and again whether it is ready, and sends readers by turns to those that are. */
export function startBalancer(origins: readonly string[]): Balancer {
  const ready = new Set<string>()
  let turn = 0
  let isStopped = false

  async function look(origin: string): Promise<void> {
    while (!isStopped) {
      const status = await ask({ origin, path: '/readyz' }).then(
        answer => answer.status,
        () => null,
      )
      if (status === 200) ready.add(origin)
      else ready.delete(origin)
      await wait(PERIOD)
    }
  }
  const looking = origins.map(look)

  return {
    next() {
      const candidates = [...ready]
      turn += 1
      const chosen = candidates[turn % candidates.length]
      if (chosen === undefined) throw new Error('no gate is ready')
      return chosen
    },
    async knows(origin, isReady) {
      const deadline = Date.now() + LATEST
      while (ready.has(origin) !== isReady) {
        if (Date.now() > deadline) throw new Error(`${origin} is ${isReady ? 'not ' : ''}ready`)
        await wait(20)
      }
    },
    async stop() {
      isStopped = true
      await Promise.all(looking)
    },
  }
}
