import { randomBytes } from 'node:crypto'
import { withConnection } from '#cli/database/connect.ts'
import { openDatabase } from '#cli/database/open.ts'
import { readEnvironment } from '#cli/env.ts'
import { PROJECT, STATE_FOLDER } from '#cli/project.ts'
import { draftMigration } from '#prisma/draft-migration.ts'
import { migrate } from '#prisma/migrate.ts'
import { Failure } from '#scripts/failure.js'
import type { AddCommand } from './command.ts'

export const addMigrate: AddCommand = (program, signal) => {
  program
    .command('migrate')
    .description('apply new migrations, or draft one from what changed in prisma/schema.prisma')
    .option('--draft <name>', 'write the next migration to prisma/migrations instead of applying any')
    .action(({ draft }: { draft?: string }) =>
      draft === undefined ? apply(signal) : writeDraft(draft, signal),
    )
}

async function apply(signal: AbortSignal): Promise<void> {
  const database = await openDatabase(STATE_FOLDER, readEnvironment(PROJECT).databaseUrl, signal)
  try {
    const applied = await migrate(database.writeUrl)
    console.log(applied.length > 0 ? `Applied: ${applied.join(', ')}` : 'Nothing to apply.')
  } finally {
    await database.close()
  }
}

/** Compares in a database made for it on the embedded server, and dropped again. */
async function writeDraft(name: string, signal: AbortSignal): Promise<void> {
  if (!/^[a-z][a-z0-9_]*$/.test(name))
    throw new Failure(`${name} is no name for a migration`, 'Write it in snake_case.')
  const server = await openDatabase(STATE_FOLDER, null, signal)
  const scratch = `mza_draft_${randomBytes(4).toString('hex')}`
  try {
    await withConnection(server.adminUrl, client =>
      client.query(`CREATE DATABASE ${scratch} OWNER mza_write`),
    )
    const address = server.writeUrl.replace(/\/mza$/, `/${scratch}`)
    const file = await draftMigration(address, name, new Date())
    console.log(file ? `Drafted: ${file}` : 'The schema says nothing new.')
  } finally {
    await withConnection(server.adminUrl, client =>
      client.query(`DROP DATABASE IF EXISTS ${scratch} WITH (FORCE)`),
    )
    await server.close()
  }
}
