import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '#prisma/client/client.ts'
import { guestPool } from '#prisma/view-pool.ts'

let guest: PrismaClient | undefined

/** The database as a guest may see it. */
export function guestDatabase(): PrismaClient {
  guest ??= new PrismaClient({ adapter: new PrismaPg(guestPool()) })
  return guest
}
