import path from 'node:path'
import { z } from 'zod'
import { isLoopback } from '#features/access/loopback-rules.ts'
import {
  type IssuerSettings,
  issuerSettings,
  lackingOf,
  SIGN_IN_VARIABLES,
} from '#features/access/sign-in-settings-model.ts'
import { Failure } from '#scripts/failure.js'

const environment = z.object({
  ...SIGN_IN_VARIABLES,
  PORT: z.coerce.number('must be a number').int().min(1).max(65_535).default(3000),
  MZA_OPS_PORT: z.coerce.number('must be a number').int().min(1).max(65_535).optional(),
  MZA_VIEW_CONNECTIONS: z.coerce.number('must be a number').int().min(1).max(100).optional(),
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
  /** Connections that pages of each scope are read by, at most; null: as many as the gate takes by itself. */
  readonly viewConnections: number | null
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
  /** Where people sign in; null: nobody said. */
  readonly issuer: IssuerSettings | null
  /** Keys of sessions, newest first; null: nobody said. */
  readonly sessionKeys: readonly string[] | null
  /** Whether it is for readers on this machine alone: it listens here, and is known by no other name. */
  readonly isForThisMachine: boolean
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
  const parsed = environment
    .superRefine((given, context) => {
      for (const name of lackingOf(given, isForThisMachine(given)))
        context.addIssue({ code: 'custom', path: [name], message: 'is needed where OIDC_ISSUER is set' })
      if (given.OIDC_ISSUER !== undefined && !keepsCookies(given.MZA_ORIGIN))
        context.addIssue({ code: 'custom', path: ['MZA_ORIGIN'], message: NO_COOKIES })
    })
    .safeParse(set)
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
    MZA_VIEW_CONNECTIONS,
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
    viewConnections: MZA_VIEW_CONNECTIONS ?? null,
    origin: MZA_ORIGIN ?? `http://127.0.0.1:${port}`,
    databaseUrl: DATABASE_URL ?? null,
    contentFolder: path.resolve(project, MZA_CONTENT),
    evidenceFolder: path.resolve(project, MZA_EVIDENCE),
    contentUrl: MZA_CONTENT_URL ?? null,
    issuer: issuerSettings(parsed.data),
    sessionKeys: parsed.data.MZA_SESSION_KEYS ?? null,
    isForThisMachine: isForThisMachine(parsed.data),
  }
}

/** Browsers take `Secure` cookies over an encrypted connection, or from this machine. */
const keepsCookies = (origin: string | undefined): boolean =>
  origin === undefined || origin.startsWith('https:') || isLoopback(new URL(origin).hostname)

const NO_COOKIES = 'must begin with https:// where OIDC_ISSUER is set: browsers keep no session otherwise'

const isForThisMachine = ({ HOST, MZA_ORIGIN }: { HOST: string; MZA_ORIGIN?: string | undefined }): boolean =>
  isLoopback(HOST) && (MZA_ORIGIN === undefined || isLoopback(new URL(MZA_ORIGIN).hostname))

export const readEnvironment = (project: string): Environment => parseEnvironment(process.env, project)

/** What a child process needs to find programs and its home, and nothing that holds a secret. */
export const plainEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    ['PATH', 'HOME', 'USER', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR'].flatMap(name => {
      const value = process.env[name]
      return value === undefined ? [] : [[name, value]]
    }),
  ) as NodeJS.ProcessEnv
