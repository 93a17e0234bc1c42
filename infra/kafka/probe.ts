import { setTimeout as wait } from 'node:timers/promises'
import { Admin, type BaseOptions } from '@platformatic/kafka'
import { ignoringLateErrors } from '#orchestrator/kafka/late-errors.ts'

/** How a client gets to brokers; without `tls` and `sasl` there is no security. */
type Access = Omit<BaseOptions, 'clientId'>

const PATIENCE_MS = 3000
const PAUSE_MS = 200

/** Asks for the cluster's brokers over a connection of its own. Null: one answers; else why none does. */
export async function whyNoAnswer(access: Access): Promise<Error | null> {
  const admin = ignoringLateErrors(
    new Admin({
      ...access,
      clientId: 'mza-probe',
      retries: 0,
      connectTimeout: PATIENCE_MS,
      timeout: PATIENCE_MS,
    }),
  )
  try {
    const { brokers } = await admin.metadata({ topics: [], forceUpdate: true })
    return brokers.size > 0 ? null : new Error('it knows of no broker that is ready')
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  } finally {
    await admin.close().catch(() => {})
  }
}

/**
 * Waits until a broker answers.
 * @param lives asked between attempts; false ends the wait
 * @returns whether one answers
 */
export async function answers(access: Access, within: number, lives: () => boolean): Promise<boolean> {
  const latest = performance.now() + within
  while (performance.now() < latest && lives()) {
    if (!(await whyNoAnswer(access))) return true
    await wait(PAUSE_MS)
  }
  return false
}
