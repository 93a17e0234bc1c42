import path from 'node:path'
import { z } from 'zod'
import { ENVIRONMENTS } from '#features/evidence/environment-model.ts'
import { CHAIN } from '#orchestrator/event-model.ts'
import { type KafkaSettings, parseKafkaSettings } from '#orchestrator/kafka/settings-model.ts'
import { type KesApiAddress, parseKesApiAddress } from '#orchestrator/kes-api/address-model.ts'
import type { SettingProblem } from '#orchestrator/setting-problem.ts'
import { Failure } from '#scripts/failure.js'

const flag = z.enum(['true', 'false'], 'must be true or false').transform(text => text === 'true')

const environment = z.object({
  KES_ORCHESTRATOR_KAFKA_ENABLED: flag.default(false),
  KES_ENVIRONMENT: z.enum(ENVIRONMENTS, `must be one of ${ENVIRONMENTS.join(', ')}`).default('dev'),
  KES_OUTPUTS: z.string().default('tmp/outputs'),
  KES_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  KES_SUBJECT_REPOSITORY: z.string().max(200).optional(),
  KES_SUBJECT_COMMIT: z
    .string()
    .regex(/^[0-9a-f]{7,64}$/, 'must be a commit id in lower-case hexadecimal')
    .optional(),
  MZA_EVIDENCE: z.string().default('evidence'),
  SINGLE_OPERATOR_FAIL_ON_TOPIC: z.enum(CHAIN, `must be one of ${CHAIN.join(', ')}`).optional(),
})

export interface Environment {
  /** How to get to the brokers; null: Kafka is not switched on, and records go to files. */
  readonly kafka: KafkaSettings | null
  /** Where the KES API listens. */
  readonly kesApi: KesApiAddress
  readonly environment: (typeof ENVIRONMENTS)[number]
  /** Absolute. */
  readonly outputsFolder: string
  /** Absolute. */
  readonly evidenceFolder: string
  readonly logLevel: string
  /** What runs, where git is not to be asked; null: git. */
  readonly subjectRepository: string | null
  readonly subjectCommit: string | null
  /** Where every attempt fails, on purpose; null: nowhere. */
  readonly failOnTopic: string | null
  /** Variables that shape a run and hold no secret, as they were set. */
  readonly shaping: Readonly<Record<string, string>>
}

const KAFKA_ENABLED = 'KES_ORCHESTRATOR_KAFKA_ENABLED'
const SHAPING = [KAFKA_ENABLED, 'KES_ENVIRONMENT', 'SINGLE_OPERATOR_FAIL_ON_TOPIC']

const notRight = (problems: readonly SettingProblem[]): Failure =>
  new Failure(
    `the environment is not right:\n${problems.map(({ name, problem }) => `  ${name}: ${problem}`).join('\n')}`,
    'Correct or unset these variables (docs/orchestrator.md); npm run kafka:up gives a broker and its KAFKA_BROKERS.',
  )

/**
 * The environment as the orchestrator understands it; an empty variable counts as none.
 * @param project the folder that relative ones lie in
 * @throws {Failure} listing every problem at once, without any value
 */
export function parseEnvironment(
  variables: Readonly<Record<string, string | undefined>>,
  project: string,
): Environment {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value))
  const { data, error } = environment.safeParse(set)
  const kafka = set[KAFKA_ENABLED] === 'true' ? parseKafkaSettings(set) : { settings: null }
  const api = parseKesApiAddress(set)
  if (!data || 'problems' in kafka || 'problems' in api)
    throw notRight([
      ...(error?.issues ?? []).map(({ path: [name], message }) => ({
        name: String(name),
        problem: message,
      })),
      ...('problems' in kafka ? kafka.problems : []),
      ...('problems' in api ? api.problems : []),
    ])
  return {
    kafka: kafka.settings,
    kesApi: api.address,
    environment: data.KES_ENVIRONMENT,
    outputsFolder: path.resolve(project, data.KES_OUTPUTS),
    evidenceFolder: path.resolve(project, data.MZA_EVIDENCE),
    logLevel: data.KES_LOG_LEVEL,
    subjectRepository: data.KES_SUBJECT_REPOSITORY ?? null,
    subjectCommit: data.KES_SUBJECT_COMMIT ?? null,
    failOnTopic: data.SINGLE_OPERATOR_FAIL_ON_TOPIC ?? null,
    shaping: Object.fromEntries(
      SHAPING.flatMap(name => (set[name] === undefined ? [] : [[name, set[name]]])),
    ),
  }
}

export const readEnvironment = (project: string): Environment => parseEnvironment(process.env, project)

/**
 * How to get to the brokers, for what cannot do without them.
 * @throws {Failure} where Kafka is not switched on
 */
export function neededKafka({ kafka }: Environment): KafkaSettings {
  if (kafka) return kafka
  throw new Failure(
    `Kafka is not switched on: ${KAFKA_ENABLED} is not true`,
    `Set ${KAFKA_ENABLED}=true and KAFKA_BROKERS; npm run kafka:up gives a broker. Without one there is npm run single-operator:e2e.`,
  )
}
