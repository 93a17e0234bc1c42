import { PrismaPg } from '@prisma/adapter-pg'
import { Prisma, PrismaClient } from '#prisma/client/client.ts'

export type Transaction = Prisma.TransactionClient

/** Any number, the same in every ingest: only one writes at a time. */
const LOCK = 7_736_271
const ATTEMPTS = 5
/** Tens of thousands of texts that are new take minutes. */
const TIMEOUT_MS = 900_000

const isConflict = (error: unknown) =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2034'

/** Does something with the database of an address, as the login that owns its tables. */
export async function withDatabase<T>(
  databaseUrl: string,
  work: (database: PrismaClient) => Promise<T>,
): Promise<T> {
  const adapter = new PrismaPg({ connectionString: databaseUrl, max: 2, application_name: 'mza-ingest' })
  const database = new PrismaClient({ adapter })
  try {
    return await work(database)
  } finally {
    await database.$disconnect()
  }
}

/**
 * Does something in one serialisable transaction, alone among ingests. A transaction that has waited for another one
 * still sees the database from before it, fails on what both wrote, and is tried again.
 */
export async function writeAlone<T>(
  database: PrismaClient,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database.$transaction(
        async transaction => {
          await transaction.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`
          return work(transaction)
        },
        { isolationLevel: 'Serializable', maxWait: TIMEOUT_MS, timeout: TIMEOUT_MS },
      )
    } catch (error) {
      if (!isConflict(error) || attempt === ATTEMPTS) throw error
    }
  }
}
