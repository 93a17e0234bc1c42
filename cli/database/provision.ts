import type pg from 'pg'
import { forEachScope, type ViewUrls, viewLogin } from '#features/access/view-urls-model.ts'
import { Failure } from '#scripts/failure.js'
import { asLogin, databaseName } from './address.ts'
import { canLogIn, sqlState, withConnection } from './connect.ts'
import { loginPasswords } from './login-password.ts'
import {
  createLogin,
  LOGINS,
  MEND_SETTINGS,
  rights,
  setPassword,
  VIEW_LOGINS,
  WRITE_LOGIN,
} from './provision-statements.ts'
import { checkReaders } from './reader-rights.ts'
import { checkRights } from './rights.ts'

export interface Logins {
  /** Owns the tables, migrates and ingests. */
  readonly writeUrl: string
  /** Each reads what a scope may see, and nothing else. */
  readonly viewUrls: ViewUrls
}

/**
 * Makes or mends the logins of DESIGN 8 and their rights; changes nothing where all is as it should be.
 * @param adminUrl an administrator's address, of the database to use
 * @param key from which the logins' passwords are derived
 * @throws {Failure} when the administrator lacks rights, or a login that reads has too many
 */
export async function provision(adminUrl: string, key: string): Promise<Logins> {
  const passwordOf = loginPasswords(key)
  const addressOf = (login: string) => asLogin(adminUrl, { user: login, password: passwordOf(login) })
  await withConnection(adminUrl, async client => {
    await checkRights(client, LOGINS)
    await checkReaders(client, VIEW_LOGINS)
    // Two portals that start at once would disturb each other's grants.
    await client.query("SELECT pg_advisory_lock(hashtext('mza provision'))")
    for (const login of LOGINS) await ensureLogin(client, login)
    await client.query(rights(databaseName(adminUrl)))
    await mendSettings(client)
    for (const login of LOGINS)
      if (!(await canLogIn(addressOf(login)))) await changePassword(client, login, passwordOf(login))
  })
  return {
    writeUrl: addressOf(WRITE_LOGIN),
    viewUrls: forEachScope(scope => addressOf(viewLogin(scope))),
  }
}

async function ensureLogin(client: pg.Client, login: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [login])
  if (rowCount) return
  try {
    await client.query(createLogin(login))
  } catch (error) {
    // Another portal, in another database of the same server, was quicker.
    if (!['42710', '23505'].includes(sqlState(error))) throw error
  }
}

async function mendSettings(client: pg.Client): Promise<void> {
  try {
    await client.query(MEND_SETTINGS)
  } catch (error) {
    if (sqlState(error) !== '42501') throw error
    throw new Failure(
      'the logins that read exist with other settings than they are to have, and DATABASE_URL’s user may not change them',
      `Have an administrator run what \`npm run -s mza -- provision --print\` writes, or: GRANT ${VIEW_LOGINS.join(', ')} TO <user> WITH ADMIN OPTION;`,
      error,
    )
  }
}

async function changePassword(client: pg.Client, login: string, password: string): Promise<void> {
  try {
    await client.query(setPassword(login, password))
  } catch (error) {
    if (sqlState(error) !== '42501') throw error
    throw new Failure(
      `the login ${login} exists with a password of someone else, and DATABASE_URL’s user may not change it`,
      `Use the DATABASE_URL it was made with, or have an administrator run: GRANT ${login} TO <user> WITH ADMIN OPTION;`,
      error,
    )
  }
}
