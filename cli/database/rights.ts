import type pg from 'pg'
import { Failure } from '#scripts/failure.js'

interface Rights {
  readonly version: number
  readonly encoding: string
  readonly login: string
  readonly database: string
  readonly createsRoles: boolean
  readonly ownsDatabase: boolean
  readonly missingLogins: number
}

/**
 * Sees that an administrator's address can be used.
 * @throws {Failure} naming everything that is missing, with the statements that mend it
 */
export async function checkRights(client: pg.Client, logins: readonly string[]): Promise<void> {
  const { rows } = await client.query<Rights>(
    `SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding,
       current_user AS login, current_database() AS database, r.rolsuper OR r.rolcreaterole AS "createsRoles",
       r.rolsuper OR pg_has_role(d.datdba, 'USAGE') AS "ownsDatabase",
       (cardinality($1::text[]) - (SELECT count(*) FROM pg_roles WHERE rolname = ANY ($1)))::int AS "missingLogins"
     FROM pg_roles r, pg_database d WHERE r.rolname = current_user AND d.datname = current_database()`,
    [logins],
  )
  const [rights] = rows
  if (!rights) throw new Error('the server does not know the login it let in')
  const problems = findProblems(rights)
  if (problems.length === 0) return
  throw new Failure(
    `the database of DATABASE_URL cannot be used:\n${problems.map(({ lack }) => `  - ${lack}`).join('\n')}`,
    `Have its administrator run:\n${problems.map(({ mend }) => `  ${mend}`).join('\n')}`,
  )
}

function findProblems(rights: Rights): { lack: string; mend: string }[] {
  const login = quote(rights.login)
  const database = quote(rights.database)
  const problems: { lack: string; mend: string }[] = []
  if (rights.version < 150_000)
    problems.push({
      lack: `PostgreSQL 15 or newer is needed, this is ${Math.floor(rights.version / 10_000)}`,
      mend: '-- an upgrade of the server',
    })
  if (rights.encoding !== 'UTF8')
    problems.push({
      lack: `its encoding is ${rights.encoding}, in which Georgian cannot be searched; UTF8 is needed`,
      mend: `CREATE DATABASE mza OWNER ${login} ENCODING 'UTF8' TEMPLATE template0;`,
    })
  if (rights.missingLogins > 0 && !rights.createsRoles)
    problems.push({
      lack: `${rights.login} may not create logins (CREATEROLE)`,
      mend: `ALTER ROLE ${login} CREATEROLE;`,
    })
  if (!rights.ownsDatabase)
    problems.push({
      lack: `${rights.login} does not own the database, so it may not say who connects and creates there`,
      mend: `ALTER DATABASE ${database} OWNER TO ${login};`,
    })
  return problems
}

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`
