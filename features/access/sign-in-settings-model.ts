import { z } from 'zod'
import { isLoopback } from '#features/access/loopback-rules.ts'

/** Where people sign in. */
export interface IssuerSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** See `claimedRoles`. */
  readonly rolesClaim: string
}

/** Where people sign in, and the keys of their sessions. */
export interface SignInSettings extends IssuerSettings {
  /** Newest first; at least one. */
  readonly sessionKeys: readonly string[]
}

const SHORTEST_KEY = 32

/** The variables that say so, as the environment has them. */
export const SIGN_IN_VARIABLES = {
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://id.example' })
    .refine(
      issuer => !URL.canParse(issuer) || issuer.startsWith('https:') || isLoopback(new URL(issuer).hostname),
      'must begin with https:// unless it is on this machine',
    )
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_ROLES_CLAIM: z.string().default('roles'),
  MZA_SESSION_KEYS: z
    .string()
    .transform(keys => keys.split(/[\s,]+/).filter(key => key !== ''))
    .refine(
      keys => keys.length > 0 && keys.every(key => key.length >= SHORTEST_KEY),
      `must be secrets of at least ${SHORTEST_KEY} characters, newest first, with commas between`,
    )
    .optional(),
}

const variables = z.object(SIGN_IN_VARIABLES)
type Variables = z.infer<typeof variables>

/** Which variables are lacking where an issuer is named. @param canMakeKeys whether keys can be made where there are none */
export const lackingOf = (given: Variables, canMakeKeys = false): (keyof Variables)[] =>
  given.OIDC_ISSUER === undefined
    ? []
    : (['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'MZA_SESSION_KEYS'] as const).filter(
        name => !given[name] && !(canMakeKeys && name === 'MZA_SESSION_KEYS'),
      )

/** What an issuer knows the portal by; null where none is named or something is lacking. */
export function issuerSettings({
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: clientId,
  OIDC_CLIENT_SECRET: clientSecret,
  OIDC_ROLES_CLAIM: rolesClaim,
}: Variables): IssuerSettings | null {
  return issuer && clientId && clientSecret ? { issuer, clientId, clientSecret, rolesClaim } : null
}

export function signInSettings(given: Variables): SignInSettings | null {
  const issuer = issuerSettings(given)
  const sessionKeys = given.MZA_SESSION_KEYS
  return issuer && sessionKeys ? { ...issuer, sessionKeys } : null
}

/** The variables of a process that is to have these settings. */
export const signInVariables = (settings: SignInSettings): Record<keyof Variables, string> => ({
  OIDC_ISSUER: settings.issuer,
  OIDC_CLIENT_ID: settings.clientId,
  OIDC_CLIENT_SECRET: settings.clientSecret,
  OIDC_ROLES_CLAIM: settings.rolesClaim,
  MZA_SESSION_KEYS: settings.sessionKeys.join(','),
})
