import type { Role } from '#features/access/role-model.ts'
import type { Scope } from '#features/access/scope-model.ts'

/** Somebody who has signed in and may see more than a guest. */
export interface Reader {
  readonly scope: Exclude<Scope, 'guest'>
  /** At least one. */
  readonly roles: readonly Role[]
  /** What the issuer calls them; null where it does not say. */
  readonly name: string | null
  /** What their link for signing out carries, so that nobody else can have them follow one. */
  readonly exit: string
}
