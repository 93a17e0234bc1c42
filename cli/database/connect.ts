import pg from 'pg'
import { Failure } from '#scripts/failure.js'

/** Does something with one connection and closes it. */
export async function withConnection<T>(
  address: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = await connect(address)
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

export async function connect(address: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: address,
    connectionTimeoutMillis: 10_000,
    application_name: 'mza',
  })
  // Without a listener a server that goes away would end this process; the next query says what is wrong.
  client.on('error', () => {})
  await client.connect()
  return client
}

/** Whether a login is let in. */
export async function canLogIn(address: string): Promise<boolean> {
  try {
    await withConnection(address, client => client.query('SELECT 1'))
    return true
  } catch (error) {
    if (REFUSALS.has(sqlState(error))) return false
    throw error
  }
}

// Wrong password, no such role or not let in by pg_hba.conf, no right to connect to the database.
const REFUSALS: ReadonlySet<string> = new Set(['28P01', '28000', '42501'])

export const sqlState = (error: unknown): string => String(Reflect.get(Object(error), 'code') ?? '')

/** What an operator should hear about an administrator's address that does not work. */
export function explainRefusal(error: unknown, address: string): Failure {
  const { host, pathname } = new URL(address)
  const why = error instanceof Error && error.message ? error.message : sqlState(error)
  return new Failure(
    `the database of DATABASE_URL (${host}${pathname}) cannot be used: ${why}`,
    'Check that the server runs, and the host, port, user, password and database in DATABASE_URL.',
    error,
  )
}
