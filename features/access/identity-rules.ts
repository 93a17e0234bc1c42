import { claimedRoles } from '#features/access/claimed-roles-rules.ts'
import type { Identity } from '#features/access/identity-model.ts'
import { LONGEST_NAME } from '#features/access/session-model.ts'

type Claims = Readonly<Record<string, unknown>>

/** Names of claims under which issuers call a person by a name (OpenID Connect Core, 5.1), the best first. */
const NAMES = ['name', 'preferred_username', 'email']

/** What claims say of somebody; `rolesClaim` as in `claimedRoles`. */
export const identityOf = (claims: Claims, rolesClaim: string): Identity => ({
  name: NAMES.map(name => written(claims[name])).find(name => name !== null) ?? null,
  roles: claimedRoles(claims, rolesClaim),
})

/** A name on one line, without signs that are not seen or that turn the text around them. */
function written(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const seen = value
    .normalize('NFC')
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim()
  return seen.slice(0, LONGEST_NAME).replace(/[\uD800-\uDBFF]$/, '') || null
}
