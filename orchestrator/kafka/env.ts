import { Failure } from '#scripts/failure.js'
import { type KafkaSettings, parseKafkaSettings } from './settings-model.ts'

const ENABLED = 'KES_ORCHESTRATOR_KAFKA_ENABLED'

type Variables = Readonly<Record<string, string | undefined>>

/**
 * How to get to the brokers; null where Kafka is not switched on.
 * @throws {Failure} listing every problem, without any value
 */
export function kafkaSettings(variables: Variables = process.env): KafkaSettings | null {
  const enabled = variables[ENABLED] ?? ''
  if (!['', 'true', 'false'].includes(enabled))
    throw new Failure(
      `${ENABLED} is neither true nor false`,
      `Set ${ENABLED}=true to use Kafka, or unset it.`,
    )
  if (enabled !== 'true') return null
  const parsed = parseKafkaSettings(variables)
  if ('settings' in parsed) return parsed.settings
  const problems = parsed.problems.map(({ name, problem }) => `  ${name}: ${problem}`)
  throw new Failure(
    `the environment does not say how to get to Kafka:\n${problems.join('\n')}`,
    'Correct these variables (docs/orchestrator.md); npm run kafka:up gives a broker and its KAFKA_BROKERS.',
  )
}

/**
 * The same, for what cannot do without Kafka.
 * @throws {Failure} also where it is not switched on
 */
export function neededKafkaSettings(variables: Variables = process.env): KafkaSettings {
  const settings = kafkaSettings(variables)
  if (settings) return settings
  throw new Failure(
    `Kafka is not switched on: ${ENABLED} is not true`,
    `Set ${ENABLED}=true and KAFKA_BROKERS; npm run kafka:up gives a broker. Without one there is npm run single-operator:e2e.`,
  )
}
