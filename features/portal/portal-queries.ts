import { currentScope } from '#features/access/current-scope.ts'
import type { PortalState } from '#features/portal/portal-model.ts'
import { viewDatabase } from '#prisma/view-client.ts'

/** Which content the portal shows now. Throws while nothing has been ingested or the database is down. */
export async function readPortal(): Promise<PortalState> {
  const portal = await (await viewDatabase()).portal.findUniqueOrThrow({ where: { id: 1 } })
  return { revision: portal.revision, ingestedAt: portal.ingestedAt, scope: await currentScope() }
}
