import { isRole, ROLES, type Role } from '#features/access/role-model.ts'

export interface ClaimedRoles {
  /** Those that this portal knows, each once, in the order in which it lists them. */
  readonly known: readonly Role[]
  /** How many there are that it does not know. */
  readonly unknown: number
}

/**
 * The roles that an issuer says somebody holds.
 * @param claims of the ID token or the UserInfo response, as the issuer sent them
 * @param name of the claim, as it stands there (`https://example.org/roles`), or the way to it (`realm_access.roles`);
 *   its value is a list of names, or a text of names between spaces or commas
 * @returns null where the issuer says nothing of roles
 */
export function claimedRoles(claims: Readonly<Record<string, unknown>>, name: string): ClaimedRoles | null {
  const value = Object.hasOwn(claims, name) ? claims[name] : name.split('.').reduce(step, claims)
  if (value === undefined || value === null) return null
  const names = new Set(namesIn(value))
  const known = ROLES.filter(role => names.has(role))
  return { known, unknown: [...names].filter(given => !isRole(given)).length }
}

const step = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined

function namesIn(value: unknown): string[] {
  if (typeof value === 'string') return value.split(/[\s,]+/).filter(name => name !== '')
  // What is no name is a role that nobody knows.
  return (Array.isArray(value) ? value : [value]).map(name => (typeof name === 'string' ? name : typeof name))
}
