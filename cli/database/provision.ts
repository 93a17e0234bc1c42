import pg from 'pg'
import { Failure } from '#scripts/failure.js'
import { asLogin, databaseName } from './address.ts'
import { canLogIn, sqlState, withConnection } from './connect.ts'
import { loginPasswords } from './login-password.ts'
import { checkRights } from './rights.ts'

export interface Logins {
  /** Owns the tables, migrates and ingests. */
  readonly writeUrl: string
  /** Reads what a guest may see, and nothing else. */
  readonly guestUrl: string
}

const LOGINS = ['mza_write', 'mza_view_guest'] as const

/**
 * Makes or mends the logins of DESIGN 8 and their rights; changes nothing where all is as it should be.
 * @param adminUrl an administrator's address, of the database to use
 * @param key from which the logins' passwords are derived
 * @throws {Failure} when the administrator lacks rights
 */
export async function provision(adminUrl: string, key: string): Promise<Logins> {
  const passwordOf = loginPasswords(key)
  const addressOf = (login: string) => asLogin(adminUrl, { user: login, password: passwordOf(login) })
  await withConnection(adminUrl, async client => {
    await checkRights(client, LOGINS)
    // Two portals that start at once would disturb each other's grants.
    await client.query("SELECT pg_advisory_lock(hashtext('mza provision'))")
    for (const login of LOGINS) await createLogin(client, login)
    await client.query(rights(databaseName(adminUrl)))
    for (const login of LOGINS)
      if (!(await canLogIn(addressOf(login)))) await setPassword(client, login, passwordOf(login))
  })
  return { writeUrl: addressOf('mza_write'), guestUrl: addressOf('mza_view_guest') }
}

async function createLogin(client: pg.Client, login: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [login])
  if (rowCount) return
  try {
    await client.query(`CREATE ROLE ${login} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION`)
  } catch (error) {
    // Another portal, in another database of the same server, was quicker.
    if (!['42710', '23505'].includes(sqlState(error))) throw error
  }
}

async function setPassword(client: pg.Client, login: string, password: string): Promise<void> {
  try {
    await client.query(`ALTER ROLE ${login} LOGIN PASSWORD ${pg.escapeLiteral(password)}`)
  } catch (error) {
    if (sqlState(error) !== '42501') throw error
    throw new Failure(
      `the login ${login} exists with a password of someone else, and DATABASE_URL’s user may not change it`,
      `Use the DATABASE_URL it was made with, or have an administrator run: GRANT ${login} TO <user> WITH ADMIN OPTION;`,
      error,
    )
  }
}

function rights(database: string): string {
  const name = pg.escapeIdentifier(database)
  return `
    REVOKE ALL ON DATABASE ${name} FROM PUBLIC;
    REVOKE CREATE ON SCHEMA public FROM PUBLIC;
    GRANT CONNECT, CREATE, TEMPORARY ON DATABASE ${name} TO mza_write;
    GRANT USAGE, CREATE ON SCHEMA public TO mza_write;
    GRANT CONNECT ON DATABASE ${name} TO mza_view_guest;
    GRANT USAGE ON SCHEMA public TO mza_view_guest;
    DO $$ BEGIN
      IF (SELECT count(*) FROM pg_db_role_setting s JOIN pg_roles r ON r.oid = s.setrole, unnest(s.setconfig) c
          WHERE r.rolname = 'mza_view_guest' AND s.setdatabase = 0 AND c IN (
            'default_transaction_read_only=on', 'statement_timeout=5s', 'idle_in_transaction_session_timeout=10s')) < 3 THEN
        ALTER ROLE mza_view_guest SET default_transaction_read_only = on;
        ALTER ROLE mza_view_guest SET statement_timeout = '5s';
        ALTER ROLE mza_view_guest SET idle_in_transaction_session_timeout = '10s';
      END IF;
    END $$;`
}
