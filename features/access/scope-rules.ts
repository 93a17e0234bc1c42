import type { Reader } from '#features/access/reader-model.ts'
import type { Role } from '#features/access/role-model.ts'
import { SCOPES, type Scope } from '#features/access/scope-model.ts'

/** What each role lets its holder see. */
const SCOPE_OF: Readonly<Record<Role, Exclude<Scope, 'guest'>>> = {
  CHAIN_OFFICER: 'owner',
  LEDGER_ENGINEER: 'owner',
  ORCHESTRATION_ENGINEER: 'owner',
  SRE_LEAD: 'owner',
  SECURITY_OFFICER: 'owner',
  OBSERVABILITY_OWNER: 'owner',
  PLATFORM_ENGINEER: 'owner',
  RELEASE_MANAGER: 'owner',
  GOVERNANCE_OFFICER: 'owner',
  PROGRAM_OWNER: 'owner',
  REVIEWER: 'reviewer',
  COMPLIANCE_OFFICER: 'reviewer',
  GOVERNANCE_ADMIN: 'admin',
  DOCUMENT_CUSTODIAN: 'admin',
}

/** The scope of whoever holds these roles: the highest that one of them gives; a guest's where there is none. */
export const scopeOf = (roles: readonly Role[]): Scope =>
  SCOPES.findLast(scope => roles.some(role => SCOPE_OF[role] === scope)) ?? 'guest'

/** Through whose eyes somebody with these roles may look: an administrator's through those of every lesser scope. */
export const lesserScopes = (roles: readonly Role[]): readonly Scope[] =>
  scopeOf(roles) === 'admin' ? SCOPES.filter(scope => scope !== 'admin') : []

/** The roles that somebody acts in: none while they look through others' eyes, to whom nothing is theirs. */
export const actingRoles = ({ roles, viewAs }: Pick<Reader, 'roles' | 'viewAs'>): readonly Role[] =>
  viewAs === undefined ? roles : []

/** The scopes that somebody comes in: the one they look by, and of the lesser ones those that a role of theirs gives. */
export const scopesOf = ({
  scope,
  roles,
}: {
  readonly scope: Scope
  readonly roles: readonly Role[]
}): Scope[] =>
  SCOPES.filter(
    each =>
      each === scope ||
      (SCOPES.indexOf(each) < SCOPES.indexOf(scope) && roles.some(role => SCOPE_OF[role] === each)),
  )
