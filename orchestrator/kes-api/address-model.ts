import { isIP } from 'node:net'
import { z } from 'zod'
import type { SettingProblem } from '#orchestrator/setting-problem.ts'

const shape = z.object({
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

/** Where the KES API listens. */
export interface KesApiAddress {
  readonly host: string
  /** 0: any that is free. */
  readonly port: number
  /** The names that requests may ask for; null: on the loopback address its own, elsewhere any. */
  readonly names: readonly string[] | null
}

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host.startsWith('127.')

const REMOTE =
  'would let other machines in, and this service asks nobody who they are: leave it on 127.0.0.1, or set KES_API_ALLOW_REMOTE=true where something before it lets only the right ones in'

/**
 * Reads the `KES_API_*` variables; an empty one counts as none.
 * @returns the address, or every problem; an address that others reach is one, unless that is allowed
 */
export function parseKesApiAddress(
  variables: Readonly<Record<string, string | undefined>>,
): { readonly address: KesApiAddress } | { readonly problems: readonly SettingProblem[] } {
  const parsed = shape.safeParse(Object.fromEntries(Object.entries(variables).filter(([, value]) => value)))
  if (!parsed.success)
    return {
      problems: parsed.error.issues.map(({ path: [name], message }) => ({
        name: String(name),
        problem: message,
      })),
    }
  const { KES_API_HOST: host, KES_API_PORT: port, KES_API_ALLOW_REMOTE: remote, KES_API_NAMES } = parsed.data
  if (!isLoopback(host) && remote !== 'true') return { problems: [{ name: 'KES_API_HOST', problem: REMOTE }] }
  return { address: { host, port, names: KES_API_NAMES?.toLowerCase().split(',') ?? null } }
}
