import path from 'node:path'
import { z } from 'zod'
import { ENVIRONMENTS } from '#features/evidence/environment-model.ts'
import { CHAIN } from '#orchestrator/event-model.ts'
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
  /** Whether there is a broker; else records go to files. */
  readonly kafkaEnabled: boolean
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

const SHAPING = ['KES_ORCHESTRATOR_KAFKA_ENABLED', 'KES_ENVIRONMENT', 'SINGLE_OPERATOR_FAIL_ON_TOPIC']

/**
 * The environment as the orchestrator understands it; an empty variable counts as none.
 * @param project the folder that relative ones lie in
 * @throws {Failure} listing every problem at once
 */
export function parseEnvironment(
  variables: Readonly<Record<string, string | undefined>>,
  project: string,
): Environment {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value))
  const { success, data, error } = environment.safeParse(set)
  if (!success) {
    const problems = error.issues.map(({ path: [name], message }) => `  ${String(name)}: ${message}`)
    throw new Failure(
      `the environment is not right:\n${problems.join('\n')}`,
      'Correct or unset these variables.',
    )
  }
  return {
    kafkaEnabled: data.KES_ORCHESTRATOR_KAFKA_ENABLED,
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
