import path from 'node:path'
import { z } from 'zod'
import { Failure } from '#scripts/failure.js'

const environment = z.object({
  PORT: z.coerce.number('must be a number').int().min(1).max(65_535).default(3000),
  MZA_OPS_PORT: z.coerce.number('must be a number').int().min(1).max(65_535).optional(),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'must be an address or a name')
    .default('127.0.0.1'),
  MZA_ORIGIN: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://mza.example' })
    .refine(origin => URL.canParse(origin) && new URL(origin).pathname === '/', 'must have no path')
    .transform(origin => new URL(origin).origin)
    .optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/\S+$/, 'must begin with postgresql://')
    .optional(),
  MZA_CONTENT: z.string().default('content'),
  MZA_EVIDENCE: z.string().default('evidence'),
  MZA_CONTENT_URL: z
    .url({
      protocol: /^https?$/,
      error: 'must be an address such as https://git.example/team/content/edit/main/',
    })
    .optional(),
})

export interface Environment {
  readonly host: string
  readonly port: number
  /** Where figures and details of the gate are given; null: nowhere. */
  readonly opsPort: number | null
  /** Scheme, host and port of absolute addresses, without a slash at the end. */
  readonly origin: string
  /** An administrator's address of another PostgreSQL; null: the embedded one. */
  readonly databaseUrl: string | null
  /** Absolute. */
  readonly contentFolder: string
  /** Absolute; need not exist. */
  readonly evidenceFolder: string
  /** Where the files of that folder are edited; null: nobody said. */
  readonly contentUrl: string | null
}

/**
 * The environment as this program understands it; an empty variable counts as none.
 * @throws {Failure} listing every problem at once
 */
export function parseEnvironment(
  variables: Readonly<Record<string, string | undefined>>,
  project: string,
): Environment {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value))
  const parsed = environment.safeParse(set)
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path: [name], message }) => `  ${String(name)}: ${message}`)
    throw new Failure(
      `the environment is not right:\n${problems.join('\n')}`,
      'Correct or unset these variables.',
    )
  }
  const {
    HOST: host,
    PORT: port,
    MZA_OPS_PORT,
    MZA_ORIGIN,
    DATABASE_URL,
    MZA_CONTENT,
    MZA_EVIDENCE,
    MZA_CONTENT_URL,
  } = parsed.data
  return {
    host,
    port,
    opsPort: MZA_OPS_PORT ?? null,
    origin: MZA_ORIGIN ?? `http://127.0.0.1:${port}`,
    databaseUrl: DATABASE_URL ?? null,
    contentFolder: path.resolve(project, MZA_CONTENT),
    evidenceFolder: path.resolve(project, MZA_EVIDENCE),
    contentUrl: MZA_CONTENT_URL ?? null,
  }
}

export const readEnvironment = (project: string): Environment => parseEnvironment(process.env, project)

/** What a child process needs to find programs and its home, and nothing that holds a secret. */
export const plainEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    ['PATH', 'HOME', 'USER', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR'].flatMap(name => {
      const value = process.env[name]
      return value === undefined ? [] : [[name, value]]
    }),
  ) as NodeJS.ProcessEnv
