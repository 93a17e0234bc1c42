import { kafkaSettings } from '#orchestrator/kafka/env.ts'
import type { KafkaSettings } from '#orchestrator/kafka/settings-model.ts'
import type { Places } from '#scripts/java.js'

/** Where programs are looked for. */
export function programPlaces(): Places {
  const { PATH, JAVA_HOME } = process.env
  return { PATH, JAVA_HOME }
}

/**
 * How to get to the brokers that `KAFKA_BROKERS` names; null: it names none.
 * @throws {Failure} listing every problem of the variables
 */
export const namedBrokers = (
  variables: Readonly<Record<string, string | undefined>> = process.env,
): KafkaSettings | null =>
  variables['KAFKA_BROKERS'] ? kafkaSettings({ ...variables, KES_ORCHESTRATOR_KAFKA_ENABLED: 'true' }) : null
