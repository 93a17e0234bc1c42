import { z } from 'zod'
import { ROLES, type Role } from '#features/access/role-model.ts'

/** Who holds which roles, by git e-mail address (`content/roles.yaml`). */
export const roleHoldersSchema = z.strictObject({
  roles: z.record(z.email(), z.array(z.enum(ROLES)).min(1)),
})

/** Roles by e-mail address in small letters. */
export type RoleHolders = ReadonlyMap<string, readonly Role[]>

/** Looks addresses up as mail does in practice, whatever the case of their letters. */
export const roleHoldersOf = ({ roles }: z.infer<typeof roleHoldersSchema>): RoleHolders =>
  new Map(Object.entries(roles).map(([address, held]) => [address.toLowerCase(), held]))
