import type { Runtime } from '#infra/kafka/broker-process.ts'
import { openRuntime } from '#infra/kafka/runtime.ts'
import { Failure, Interrupted } from '#scripts/failure.js'
import type { Places } from '#scripts/java.js'

const LATE = new Failure('its jars did not come in time', 'Run `npm run kafka:up`, which says more.')

/**
 * What runs the tests' brokers, or why nothing can: the tests are then not run.
 * @param tooLong aborted where nobody is to wait any longer for the jars
 * @throws {Failure} instead of an excuse, where Kafka is required
 */
export async function requireOrExcuse(
  places: Places,
  required: boolean,
  tooLong: AbortSignal,
): Promise<{ runtime: Runtime | null; why: string }> {
  try {
    return { runtime: await openRuntime(places, tooLong), why: '' }
  } catch (thrown) {
    const error = thrown instanceof Interrupted ? LATE : thrown
    if (required) throw error
    const { message } = error instanceof Failure ? error : new Error(String(error))
    return { runtime: null, why: `no Apache Kafka could be started: ${message.split('\n')[0]}` }
  }
}
