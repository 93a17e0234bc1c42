import type { Server } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Connections } from '#server/connections.ts'

/** Milliseconds in which whoever asks for readiness notices, and sends readers elsewhere. */
const NOTICE = 3000
/** Milliseconds for which somebody who asked counts as asking. */
const ASKING = 60_000
/** Milliseconds after which whoever has still no answer gets none. */
const LATEST = 10_000

export interface Drain {
  readonly isDraining: boolean
  /** To be called when somebody, such as a load balancer, asks whether this instance is ready. */
  readinessAsked(): void
  /**
   * Ends a server without failing a reader, within 15 s. Where somebody asks for readiness, it first goes on answering
   * until that one knows, each connection ending with its next answer. Settles when all is answered.
   */
  begin(): Promise<void>
}

export function createDrain(
  server: Server,
  connections: Pick<Connections, 'endUnused'>,
  now = Date.now,
): Drain {
  let askedAt = Number.NEGATIVE_INFINITY
  let ended: Promise<void> | null = null
  return {
    get isDraining() {
      return ended !== null
    },
    readinessAsked() {
      askedAt = now()
    },
    begin() {
      ended ??= drain(server, connections, now() - askedAt <= ASKING ? NOTICE : 0)
      return ended
    },
  }
}

async function drain(
  server: Server,
  connections: Pick<Connections, 'endUnused'>,
  notice: number,
): Promise<void> {
  if (notice > 0) await wait(notice)
  const closed = new Promise(resolve => server.close(resolve))
  connections.endUnused()
  await Promise.race([closed, wait(LATEST)])
  server.closeAllConnections()
}
