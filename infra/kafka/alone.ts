import { setTimeout as wait } from 'node:timers/promises'
import { STATE_FOLDER } from '#cli/project.ts'
import { Interrupted } from '#scripts/failure.js'
import { takeLock } from '#scripts/lock.js'

/**
 * Does something while no other command does it: `kafka` starts or stops the broker of this folder, `kafka-jars`
 * resolves its jars.
 */
export async function alone<T>(
  what: 'kafka' | 'kafka-jars',
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  for (;;) {
    if (signal?.aborted) throw new Interrupted()
    const lock = await takeLock(STATE_FOLDER, what, 'busy with Kafka')
    if ('release' in lock) return work().finally(lock.release)
    await wait(100)
  }
}
