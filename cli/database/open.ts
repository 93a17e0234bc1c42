import { randomBytes } from 'node:crypto'
import { readState, writeState } from '#cli/state/state.ts'
import { Failure } from '#scripts/failure.js'
import { databaseName, passwordIn } from './address.ts'
import { explainRefusal, withConnection } from './connect.ts'
import { type EmbeddedDatabase, openEmbedded } from './embedded.ts'
import { type Logins, provision } from './provision.ts'

export interface Database extends EmbeddedDatabase, Logins {}

/** The server that `DATABASE_URL` names, else the embedded one, running. */
export async function openServer(
  stateFolder: string,
  databaseUrl: string | null,
  signal?: AbortSignal,
): Promise<EmbeddedDatabase> {
  if (databaseUrl === null) return openEmbedded(stateFolder, signal)
  if (!databaseName(databaseUrl))
    throw new Failure(
      'DATABASE_URL names no database',
      'Add its name: postgresql://user:password@host:5432/mza',
    )
  try {
    await withConnection(databaseUrl, client => client.query('SELECT 1'))
  } catch (error) {
    throw explainRefusal(error, databaseUrl)
  }
  return { adminUrl: databaseUrl, close: async () => {} }
}

/** The logins of an administrator's address, made if missing. */
export function openLogins(stateFolder: string, adminUrl: string): Promise<Logins> {
  return provision(adminUrl, passwordIn(adminUrl) || ownKey(stateFolder))
}

function ownKey(stateFolder: string): string {
  const { loginKey = randomBytes(32).toString('base64url') } = readState(stateFolder)
  writeState(stateFolder, { loginKey })
  return loginKey
}

/** A running database with its logins, for a command. */
export async function openDatabase(
  stateFolder: string,
  databaseUrl: string | null,
  signal?: AbortSignal,
): Promise<Database> {
  const server = await openServer(stateFolder, databaseUrl, signal)
  try {
    return { ...server, ...(await openLogins(stateFolder, server.adminUrl)) }
  } catch (error) {
    await server.close()
    throw error
  }
}
