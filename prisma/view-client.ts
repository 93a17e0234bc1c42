import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '#prisma/client/client.ts'
import { gateEnvironment } from '#server/env.ts'

let guest: PrismaClient | undefined

/** The database as a guest may see it: one small pool a process. */
export function guestDatabase(): PrismaClient {
  guest ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: gateEnvironment().guestDatabaseUrl,
      max: 4,
      connectionTimeoutMillis: 2000,
      idleTimeoutMillis: 30_000,
      application_name: 'mza-view-guest',
    }),
  })
  return guest
}
