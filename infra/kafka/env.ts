import { type KafkaSettings, parseKafkaSettings } from '#orchestrator/kafka/settings-model.ts'
import { Failure } from '#scripts/failure.js'
import type { Places } from '#scripts/java.js'

/** Where programs are looked for. */
export const programPlaces = (): Places => {
  const { JAVA_HOME, PATH } = process.env
  return { JAVA_HOME, PATH }
}

/**
 * How to get to the brokers that the `KAFKA_*` variables name, read as the orchestrator reads them; null: they name none.
 * @throws {Failure} listing every problem
 */
export function namedBrokers(
  variables: Readonly<Record<string, string | undefined>> = process.env,
): KafkaSettings | null {
  if (!variables['KAFKA_BROKERS']) return null
  const parsed = parseKafkaSettings(variables)
  if ('settings' in parsed) return parsed.settings
  const problems = parsed.problems.map(({ name, problem }) => `  ${name}: ${problem}`)
  throw new Failure(
    `the environment is not right:\n${problems.join('\n')}`,
    'Correct or unset these variables (docs/orchestrator.md).',
  )
}
