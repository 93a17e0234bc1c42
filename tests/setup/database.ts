import path from 'node:path'
import { removeEmbedded, stopEmbedded } from '#cli/database/embedded.ts'
import { type Database, openDatabase } from '#cli/database/open.ts'
import { PROJECT } from '#cli/project.ts'

const STATE = path.join(PROJECT, 'tests', 'output', 'state')

/**
 * A real PostgreSQL of the tests' own. In a fixed place: what a killed run left there is taken over, and removed by
 * whoever uses it last.
 */
export async function openTestServer(): Promise<Database> {
  const database = await openDatabase(STATE, null)
  return {
    ...database,
    close: async () => {
      await database.close()
      await removeEmbedded(STATE)
    },
  }
}

/** Stops and removes it whoever uses it: after tests that were interrupted. */
export async function removeTestServer(): Promise<void> {
  await stopEmbedded(STATE)
  await removeEmbedded(STATE)
}
