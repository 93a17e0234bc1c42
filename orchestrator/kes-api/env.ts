import { isIP } from 'node:net'
import { z } from 'zod'
import { Failure } from '#scripts/failure.js'

const environment = z.object({
  KES_API_HOST: z
    .string()
    .refine(host => isIP(host) > 0 || host === 'localhost', 'must be an IP address or localhost')
    .default('127.0.0.1'),
  KES_API_PORT: z.coerce.number('must be a number').int().min(0).max(65_535).default(3100),
  KES_API_ALLOW_REMOTE: z.enum(['true', 'false'], 'must be true or false').default('false'),
  KES_API_NAMES: z
    .string()
    .regex(/^[\w.-]+(,[\w.-]+)*$/, 'must be host names, separated by commas')
    .optional(),
})

export interface KesApiEnvironment {
  readonly host: string
  /** 0: any that is free. */
  readonly port: number
  /** The names that requests may ask for; null: on the loopback address its own, elsewhere any. */
  readonly names: readonly string[] | null
}

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host.startsWith('127.')

/**
 * Where the KES API listens; an empty variable counts as none.
 * @throws {Failure} listing every problem; for an address that others reach, unless that is allowed
 */
export function kesApiEnvironment(
  variables: Readonly<Record<string, string | undefined>> = process.env,
): KesApiEnvironment {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value))
  const parsed = environment.safeParse(set)
  if (!parsed.success)
    throw new Failure(
      `the environment is not right:\n${parsed.error.issues.map(({ path, message }) => `  ${path.join()}: ${message}`).join('\n')}`,
      'Correct or unset these variables.',
    )
  const { KES_API_HOST: host, KES_API_PORT: port, KES_API_ALLOW_REMOTE: remote, KES_API_NAMES } = parsed.data
  if (!isLoopback(host) && remote !== 'true')
    throw new Failure(
      `KES_API_HOST=${host} would let other machines in, and this service asks nobody who they are`,
      'Leave it on 127.0.0.1, or set KES_API_ALLOW_REMOTE=true where something before it lets only the right ones in.',
    )
  return { host, port, names: KES_API_NAMES?.toLowerCase().split(',') ?? null }
}
