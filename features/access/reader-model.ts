import type { Role } from '#features/access/role-model.ts'
import type { Scope } from '#features/access/scope-model.ts'

/** Somebody who has signed in and may see more than a guest. */
export interface Reader {
  /** By which they see: what their roles give, or the lesser one through whose eyes they look. */
  readonly scope: Scope
  /** The scope through whose eyes they look; absent where they see with their own. */
  readonly viewAs?: Scope
  /** At least one. */
  readonly roles: readonly Role[]
  /** What the issuer calls them; null where it does not say. */
  readonly name: string | null
  /** What their link for signing out carries, so that nobody else can have them follow one. */
  readonly exit: string
}
