import { ingestContent } from '#cli/content/ingest-content.ts'
import { printDiagnostics } from '#cli/content/print-diagnostics.ts'
import { unlessAborted } from '#cli/content/unless-aborted.ts'
import { openDatabase } from '#cli/database/open.ts'
import { readEnvironment } from '#cli/env.ts'
import { generateClient } from '#cli/portal/generate-client.ts'
import { PROJECT, STATE_FOLDER } from '#cli/project.ts'
import { hasErrors } from '#features/diagnostic/diagnostic-model.ts'
import { migrate } from '#prisma/migrate.ts'
import { Failure } from '#scripts/failure.js'
import { step } from '#scripts/step.js'
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
    const outcome = await step('ingest content', note =>
      unlessAborted(signal, ingestContent(contentFolder, database.writeUrl, note)),
    )
    printDiagnostics(outcome.diagnostics)
    if (hasErrors(outcome.diagnostics))
      throw new Failure(
        'The content has errors; the database stays as it was.',
        'Mend them and ingest again.',
      )
  } finally {
    await database.close()
  }
}
