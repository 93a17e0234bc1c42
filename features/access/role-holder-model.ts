import { z } from 'zod'
import { ROLES } from '#features/access/role-model.ts'

/** Who holds which roles, by git e-mail address (`content/roles.yaml`). */
export const roleHoldersSchema = z.strictObject({
  roles: z.record(z.email(), z.array(z.enum(ROLES)).min(1)),
})
