import type { Runtime } from '#infra/kafka/broker-process.ts'
import { openRuntime } from '#infra/kafka/runtime.ts'
import { Failure } from '#scripts/failure.js'
import type { Places } from '#scripts/java.js'

/**
 * What runs the tests' brokers, or why nothing can: the tests are then not run.
 * @throws {Failure} instead of an excuse, where Kafka is required
 */
export async function requireOrExcuse(
  places: Places,
  required: boolean,
): Promise<{ runtime: Runtime | null; why: string }> {
  try {
    return { runtime: await openRuntime(places), why: '' }
  } catch (error) {
    if (required) throw error
    const { message } = error instanceof Failure ? error : new Error(String(error))
    return { runtime: null, why: `no Apache Kafka could be started: ${message.split('\n')[0]}` }
  }
}
