import type pg from 'pg'
import { withConnection } from '#cli/database/connect.ts'
import { openDatabase } from '#cli/database/open.ts'
import type { Workplace } from '#cli/recording/workplace.ts'
import { migrate } from '#prisma/migrate.ts'

/** Reads something of the evidence in the database, which is started where it does not run. */
export async function readRuns<T>(
  { environment, stateFolder }: Workplace,
  signal: AbortSignal,
  read: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(stateFolder, environment.databaseUrl, signal)
  try {
    await migrate(database.writeUrl)
    return await withConnection(database.writeUrl, read)
  } finally {
    await database.close()
  }
}
