import { ingestContent } from '#cli/content/ingest-content.ts'
import { openDatabase } from '#cli/database/open.ts'
import { generateClient } from '#cli/portal/generate-client.ts'
import type { Workplace } from '#cli/recording/workplace.ts'
import { migrate } from '#prisma/migrate.ts'
import { Failure } from '#scripts/failure.js'

/**
 * Brings the content into the database, which is started where it does not run.
 * @throws {Failure} where the content has errors
 */
export async function ingestNow({ environment, stateFolder }: Workplace, signal: AbortSignal): Promise<void> {
  await generateClient(signal)
  const database = await openDatabase(stateFolder, environment.databaseUrl, signal)
  try {
    await migrate(database.writeUrl)
    if (!(await ingestContent(environment, database.writeUrl, signal)))
      throw new Failure(
        'The content has errors; the database stays as it was.',
        'Mend them and ingest again.',
      )
  } finally {
    await database.close()
  }
}
