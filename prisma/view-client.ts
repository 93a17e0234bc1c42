import { PrismaPg } from '@prisma/adapter-pg'
import { currentScope } from '#features/access/current-scope.ts'
import type { Scope } from '#features/access/scope-model.ts'
import { PrismaClient } from '#prisma/client/client.ts'
import { poolOf } from '#prisma/view-pool.ts'

const clients = new Map<Scope, PrismaClient>()

/** The database as whoever is asking may see it. */
export async function viewDatabase(): Promise<PrismaClient> {
  const scope = await currentScope()
  const client = clients.get(scope) ?? new PrismaClient({ adapter: new PrismaPg(poolOf(scope)) })
  clients.set(scope, client)
  return client
}
