import { ROLES } from '#features/access/role-model.ts'
import type { Scope } from '#features/access/scope-model.ts'
import { scopeOf } from '#features/access/scope-rules.ts'

/** Somebody whom anyone may be, for demonstration. */
export interface DemonstrationAccount {
  readonly id: string
  readonly role: string
  readonly scope: Scope
}

/** A role that no portal knows. */
const UNKNOWN_ROLE = 'VISITOR'

/** One for each role, and one whose role is unknown. */
export const ACCOUNTS: readonly DemonstrationAccount[] = [
  ...ROLES.map(role => ({ id: role.toLowerCase(), role, scope: scopeOf([role]) })),
  { id: UNKNOWN_ROLE.toLowerCase(), role: UNKNOWN_ROLE, scope: 'guest' },
]

/** What the issuer says of an account (OpenID Connect Core, 5.1); the name shows that it is none of a person. */
export const claimsOf = ({ id, role }: DemonstrationAccount) => ({
  sub: `demonstration:${id}`,
  name: `demo ${role}`,
  roles: [role],
})
