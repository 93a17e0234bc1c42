import { z } from 'zod'
import type { SettingProblem } from '#orchestrator/setting-problem.ts'

const flag = z
  .enum(['true', 'false'], 'must be true or false')
  .default('false')
  .transform(text => text === 'true')
const milliseconds = (least: number, most: number) =>
  z.coerce.number('must be a number').int('must be whole').min(least).max(most)

/** `host:port`; IPv6 hosts in brackets. */
const BROKER = /^(\[[\da-f:.]+\]|[\w.-]+):([1-9]\d{0,4})$/i
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\]):/i

const MECHANISMS = ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512', 'OAUTHBEARER'] as const
type Mechanism = (typeof MECHANISMS)[number]

const shape = z.object({
  KAFKA_BROKERS: z
    .string('must name at least one broker, as host:port')
    .transform(text => text.split(',').map(broker => broker.trim()))
    .refine(
      brokers => brokers.every(broker => BROKER.test(broker)),
      'must be host:port, separated by commas',
    ),
  KAFKA_CLIENT_ID: z
    .string()
    .regex(/^[\w.-]{1,200}$/, 'must be letters, digits, . _ -')
    .default('kes-orchestrator'),
  KAFKA_BROKER_VERSION: z
    .string()
    .regex(/^[\w.+ -]{1,100}$/, 'must be a version such as 4.4.0')
    .optional(),
  KAFKA_SSL: flag,
  KAFKA_SSL_CA: z.string().optional(),
  KAFKA_SSL_CERT: z.string().optional(),
  KAFKA_SSL_KEY: z.string().optional(),
  KAFKA_SASL_MECHANISM: z.enum(MECHANISMS, `must be one of ${MECHANISMS.join(', ')}`).optional(),
  KAFKA_SASL_USERNAME: z.string().optional(),
  KAFKA_SASL_PASSWORD: z.string().optional(),
  KAFKA_SASL_TOKEN_FILE: z.string().optional(),
  KAFKA_SASL_TOKEN_COMMAND: z.string().optional(),
  KAFKA_GROUP_INSTANCE_ID: z
    .string()
    .regex(/^[\w.-]{1,200}$/, 'must be letters, digits, . _ -')
    .optional(),
  KAFKA_SESSION_TIMEOUT_MS: milliseconds(6_000, 1_800_000).default(45_000),
})
type Variables = z.output<typeof shape>

/** Where an OAUTHBEARER token comes from, each time a connection is opened or its session renewed. */
export type TokenSource = { readonly file: string } | { readonly command: string }

export type SaslSettings =
  | {
      readonly mechanism: Exclude<Mechanism, 'OAUTHBEARER'>
      readonly username: string
      readonly password: string
    }
  | { readonly mechanism: 'OAUTHBEARER'; readonly token: TokenSource }

export interface KafkaSettings {
  /** `host:port` each. */
  readonly brokers: readonly string[]
  readonly clientId: string
  /** What the broker is said to be, for provenance; null: asked of the broker. */
  readonly brokerVersion: string | null
  /** Paths of PEM files; null: no TLS. */
  readonly tls: {
    readonly ca: string | null
    readonly cert: string | null
    readonly key: string | null
  } | null
  readonly sasl: SaslSettings | null
  /** A name that a member of the group keeps over restarts; null: a new member each time. */
  readonly groupInstanceId: string | null
  /** After how long without a sign of life a member of a group counts as gone. */
  readonly sessionTimeoutMs: number
}

function saslOf(variables: Variables, refuse: (name: string, problem: string) => void): SaslSettings | null {
  const {
    KAFKA_SASL_MECHANISM: mechanism,
    KAFKA_SASL_USERNAME: username,
    KAFKA_SASL_PASSWORD: password,
    KAFKA_SASL_TOKEN_FILE: file,
    KAFKA_SASL_TOKEN_COMMAND: command,
  } = variables
  const inTheClear = !variables.KAFKA_SSL && !variables.KAFKA_BROKERS.every(broker => LOOPBACK.test(broker))
  if (!mechanism) {
    for (const [name, value] of Object.entries({
      KAFKA_SASL_USERNAME: username,
      KAFKA_SASL_PASSWORD: password,
      KAFKA_SASL_TOKEN_FILE: file,
      KAFKA_SASL_TOKEN_COMMAND: command,
    }))
      if (value) refuse(name, 'says nothing without KAFKA_SASL_MECHANISM')
    return null
  }
  if (inTheClear && (mechanism === 'PLAIN' || mechanism === 'OAUTHBEARER'))
    refuse('KAFKA_SSL', `must be true: ${mechanism} would send a secret in the clear`)
  if (mechanism === 'OAUTHBEARER') {
    if (file && command)
      refuse('KAFKA_SASL_TOKEN_COMMAND', 'is given beside KAFKA_SASL_TOKEN_FILE: unset one')
    if (file) return { mechanism, token: { file } }
    if (command) return { mechanism, token: { command } }
    refuse('KAFKA_SASL_TOKEN_COMMAND', 'or KAFKA_SASL_TOKEN_FILE must be set for OAUTHBEARER')
    return null
  }
  if (!username) refuse('KAFKA_SASL_USERNAME', `must be set for ${mechanism}`)
  if (!password) refuse('KAFKA_SASL_PASSWORD', `must be set for ${mechanism}`)
  return username && password ? { mechanism, username, password } : null
}

function tlsOf(variables: Variables, refuse: (name: string, problem: string) => void): KafkaSettings['tls'] {
  const { KAFKA_SSL: on, KAFKA_SSL_CA: ca, KAFKA_SSL_CERT: cert, KAFKA_SSL_KEY: key } = variables
  if (!on) {
    for (const [name, value] of Object.entries({
      KAFKA_SSL_CA: ca,
      KAFKA_SSL_CERT: cert,
      KAFKA_SSL_KEY: key,
    }))
      if (value) refuse(name, 'says nothing without KAFKA_SSL=true')
    return null
  }
  if (!cert !== !key) refuse(cert ? 'KAFKA_SSL_KEY' : 'KAFKA_SSL_CERT', 'must be set too')
  return { ca: ca ?? null, cert: cert ?? null, key: key ?? null }
}

/**
 * Reads the `KAFKA_*` variables; an empty one counts as none.
 * @returns the settings, or every problem; no problem repeats a value
 */
export function parseKafkaSettings(
  variables: Readonly<Record<string, string | undefined>>,
): { readonly settings: KafkaSettings } | { readonly problems: readonly SettingProblem[] } {
  const parsed = shape.safeParse(Object.fromEntries(Object.entries(variables).filter(([, value]) => value)))
  if (!parsed.success)
    return {
      problems: parsed.error.issues.map(({ path: [name], message }) => ({
        name: String(name),
        problem: message,
      })),
    }
  const problems: SettingProblem[] = []
  const refuse = (name: string, problem: string): void => void problems.push({ name, problem })
  const { data } = parsed
  const settings: KafkaSettings = {
    brokers: data.KAFKA_BROKERS,
    clientId: data.KAFKA_CLIENT_ID,
    brokerVersion: data.KAFKA_BROKER_VERSION ?? null,
    tls: tlsOf(data, refuse),
    sasl: saslOf(data, refuse),
    groupInstanceId: data.KAFKA_GROUP_INSTANCE_ID ?? null,
    sessionTimeoutMs: data.KAFKA_SESSION_TIMEOUT_MS,
  }
  return problems.length > 0 ? { problems } : { settings }
}
