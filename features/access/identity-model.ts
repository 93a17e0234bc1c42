import type { ClaimedRoles } from '#features/access/claimed-roles-rules.ts'

/** Who somebody is, as far as the portal wants to know. */
export interface Identity {
  /** Null where the issuer does not say. */
  readonly name: string | null
  /** Null where the issuer says nothing of roles. */
  readonly roles: ClaimedRoles | null
}
