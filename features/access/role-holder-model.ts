import { z } from 'zod'
import { ROLES, type Role } from '#features/access/role-model.ts'

/** An address as mail takes it in practice, whatever the case of its letters. */
const known = (address: string): string => address.toLowerCase()

/** Who holds which roles, by git e-mail address (`content/roles.yaml`). */
export const roleHoldersSchema = z.strictObject({
  roles: z.record(z.email(), z.array(z.enum(ROLES)).min(1)).superRefine((roles, context) => {
    const first = new Map<string, string>()
    for (const address of Object.keys(roles)) {
      const before = first.get(known(address))
      if (before === undefined) first.set(known(address), address)
      else
        context.addIssue({
          code: 'custom',
          path: [address],
          message: `expected ${before} once, found ${address} again`,
        })
    }
  }),
})

/** Roles by address; ask it with `rolesOf`. */
export type RoleHolders = ReadonlyMap<string, readonly Role[]>

export const roleHoldersOf = ({ roles }: z.infer<typeof roleHoldersSchema>): RoleHolders =>
  new Map(Object.entries(roles).map(([address, held]) => [known(address), held]))

/** The roles that an address holds. */
export const rolesOf = (holders: RoleHolders, address: string): readonly Role[] =>
  holders.get(known(address)) ?? []
