import path from 'node:path'
import { removeEmbedded, stopEmbedded } from '#cli/database/embedded.ts'
import { type Database, openDatabase } from '#cli/database/open.ts'
import { PROJECT } from '#cli/project.ts'

const STATE = path.join(PROJECT, 'tests', 'output', 'state')
/** Of the server that tests of resilience kill. */
export const RESILIENCE_STATE = path.join(PROJECT, 'tests', 'output', 'resilience')

/**
 * A real PostgreSQL of the tests' own. In a fixed place: what a killed run left there is taken over, and removed by
 * whoever uses it last.
 */
export async function openTestServer(state = STATE): Promise<Database> {
  const database = await openDatabase(state, null)
  return {
    ...database,
    close: async () => {
      await database.close()
      await removeEmbedded(state)
    },
  }
}

/** Stops and removes all of them whoever uses them: after tests that were interrupted. */
export async function removeTestServers(): Promise<void> {
  for (const state of [STATE, RESILIENCE_STATE]) {
    await stopEmbedded(state)
    await removeEmbedded(state)
  }
}
