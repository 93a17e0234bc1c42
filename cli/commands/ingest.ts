import { ingestContent } from '#cli/content/ingest-content.ts'
import { openDatabase } from '#cli/database/open.ts'
import { readEnvironment } from '#cli/env.ts'
import { generateClient } from '#cli/portal/generate-client.ts'
import { PROJECT, STATE_FOLDER } from '#cli/project.ts'
import { migrate } from '#prisma/migrate.ts'
import { Failure } from '#scripts/failure.js'
import type { AddCommand } from './command.ts'

export const addIngest: AddCommand = (program, signal) => {
  program
    .command('ingest')
    .description('check the content and bring it into the database, all or nothing')
    .action(() => ingest(signal))
}

async function ingest(signal: AbortSignal): Promise<void> {
  const { databaseUrl, contentFolder } = readEnvironment(PROJECT)
  await generateClient(signal)
  const database = await openDatabase(STATE_FOLDER, databaseUrl, signal)
  try {
    await migrate(database.writeUrl)
    if (!(await ingestContent(contentFolder, database.writeUrl, signal)))
      throw new Failure(
        'The content has errors; the database stays as it was.',
        'Mend them and ingest again.',
      )
  } finally {
    await database.close()
  }
}
