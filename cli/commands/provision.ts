import { databaseName } from '#cli/database/address.ts'
import { withConnection } from '#cli/database/connect.ts'
import { openDatabase } from '#cli/database/open.ts'
import { provisionScript } from '#cli/database/provision-script.ts'
import { LOGINS } from '#cli/database/provision-statements.ts'
import { KEPT } from '#cli/database/strip-statements.ts'
import { readEnvironment } from '#cli/env.ts'
import { PROJECT, STATE_FOLDER } from '#cli/project.ts'
import type { AddCommand } from './command.ts'

export const addProvision: AddCommand = (program, signal) => {
  program
    .command('provision')
    .description('make or mend the logins of the database and their rights (npm start does this too)')
    .option('--print', 'write the statements for the administrator of a managed server, and run none')
    .action(({ print }: { print?: true }) => (print ? printScript() : provisionNow(signal)))
}

function printScript(): void {
  const { databaseUrl } = readEnvironment(PROJECT)
  process.stdout.write(provisionScript((databaseUrl && databaseName(databaseUrl)) || 'mza'))
}

async function provisionNow(signal: AbortSignal): Promise<void> {
  const database = await openDatabase(STATE_FOLDER, readEnvironment(PROJECT).databaseUrl, signal)
  try {
    const { rows } = await withConnection(database.adminUrl, client => client.query<{ name: string }>(KEPT))
    console.log(`Ready in ${databaseName(database.adminUrl)}: ${LOGINS.join(', ')}`)
    if (rows.length > 0)
      console.log(
        `Only a superuser can take these from everybody (docs/ARCHITECTURE.md, "Database"):\n  ${rows.map(({ name }) => name).join('\n  ')}`,
      )
  } finally {
    await database.close()
  }
}
