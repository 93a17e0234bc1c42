import { clientOptions, secretsOf } from '#orchestrator/kafka/client-options.ts'
import { failureWords } from '#orchestrator/kafka/failure-rules.ts'
import type { KafkaSettings } from '#orchestrator/kafka/settings-model.ts'
import { Failure } from '#scripts/failure.js'
import { whyNoAnswer } from './probe.ts'

/**
 * Connects to brokers as the orchestrator would.
 * @throws {Failure} where none answers; its message holds no secret
 */
export async function checkNamed(settings: KafkaSettings): Promise<void> {
  const why = await whyNoAnswer(clientOptions(settings))
  if (why)
    throw new Failure(
      `KAFKA_BROKERS names ${settings.brokers.join()}, and no broker answers there (${failureWords(why, secretsOf(settings))})`,
      'Start that broker, correct KAFKA_BROKERS and what goes with it, or unset it to get a broker of your own.',
    )
}
