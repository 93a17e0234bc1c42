import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openLogins } from '#cli/database/open.ts'
import { SCOPES, type Scope } from '#features/access/scope-model.ts'
import { ingest } from '#features/ingest/ingest.ts'
import { ContentFolder, checklist, ROWS } from '#tests/integration/content-folder.ts'
import { createTestDatabase, type TestDatabase } from '#tests/integration/database.ts'
import { ATTEMPTS, HARMLESS } from './attempts.ts'

let database: TestDatabase
const content = new ContentFolder()
const clients = new Map<Scope, pg.Client>()

beforeAll(async () => {
  database = await createTestDatabase()
  await openLogins('', database.adminUrl)
  content.write('80_chain/list/en.md', checklist(ROWS))
  await ingest({
    contentFolder: content.folder,
    databaseUrl: database.writeUrl,
    now: new Date('2026-03-20T10:00:00Z'),
    onProgress: () => {},
  })
  for (const scope of SCOPES) {
    const client = new pg.Client({ connectionString: database.viewUrls[scope] })
    await client.connect()
    // Undone by the login itself: what refuses is what it has no right to.
    await client.query('SET default_transaction_read_only = off')
    clients.set(scope, client)
  }
})

afterAll(async () => {
  await Promise.all([...clients.values()].map(client => client.end()))
  content.remove()
  await database.drop()
})

/** Everything that the database holds and knows, in a few letters. */
async function fingerprint(): Promise<unknown> {
  const tables = await database.query<{ name: string }>(
    `SELECT oid::regclass::text AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
     UNION SELECT unnest(ARRAY['pg_class', 'pg_policy', 'pg_proc', 'pg_namespace', 'pg_type', 'pg_trigger', 'pg_roles',
       'pg_auth_members', 'pg_description', 'pg_default_acl', 'pg_largeobject_metadata', 'pg_db_role_setting',
       'pg_replication_slots', 'pg_language'])`,
  )
  // What the server counts by itself is no write of anybody's.
  const counted =
    "'{relpages,reltuples,relallvisible,relallfrozen,relfrozenxid,relminmxid,relhasindex}'::text[]"
  const sums = tables.map(
    ({ name }) =>
      `SELECT '${name}' AS name, md5(coalesce(string_agg(row, '' ORDER BY row), '')) AS sum
       FROM (SELECT (to_jsonb(t) - ${counted})::text AS row FROM ${name} t) rows`,
  )
  return database.query(`${sums.join(' UNION ALL ')} ORDER BY 1`)
}

const reason = (error: unknown) =>
  error instanceof pg.DatabaseError ? `${error.code} ${error.message}` : String(error)

/** What becomes of a statement: "done", or why not. It ends as told; where it was refused, undone in any case. */
async function attempt(scope: Scope, sql: string, end = 'ROLLBACK'): Promise<string> {
  const client = clients.get(scope)
  if (!client) throw new Error(`nobody reads as ${scope}`)
  const run = () => client.query(sql).then(() => 'done', reason)
  await client.query('BEGIN READ WRITE')
  const inside = await run()
  await client.query(end)
  return inside.startsWith(NOT_INSIDE) ? run() : inside
}

/** SQLSTATE of what may not be done in a transaction, whoever asks; of what this login has no right to. */
const NOT_INSIDE = '25001'
const REFUSED = /^42501 /

describe.each(SCOPES)('the login that reads as %s', scope => {
  test.each(ATTEMPTS)('is refused %s', async (_, sql) => {
    expect(await attempt(scope, sql)).toMatch(REFUSED)
  })

  test('leaves the database as it was, however it tries', async () => {
    const before = await fingerprint()
    for (const [, sql] of ATTEMPTS)
      await clients
        .get(scope)
        ?.query(sql)
        .catch(() => {})
    await clients.get(scope)?.query('RESET ALL; SET default_transaction_read_only = off')
    expect(await fingerprint()).toEqual(before)
  })

  test.each(HARMLESS)('harms nobody by %s: %s', async sql => {
    const before = await fingerprint()
    // As far as it is let: which of these are refused is the server's affair.
    // What it does to itself stops it alone, and here the attempts that follow.
    const end = /^(SET|ALTER|DROP) /.test(sql) ? 'ROLLBACK' : 'COMMIT'
    expect(await attempt(scope, sql, end)).toMatch(/^(done$|42501 )/)
    expect(await fingerprint()).toEqual(before)
  })

  test('has the right to read and no other, and is nobody else', async () => {
    const login = `mza_view_${scope}`
    expect(
      await database.query(
        `SELECT DISTINCT privilege_type AS may FROM information_schema.table_privileges WHERE grantee = '${login}'`,
      ),
    ).toEqual([{ may: 'SELECT' }])
    expect(
      await database.query(
        `SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls AS more,
           (SELECT count(*)::int FROM pg_auth_members m WHERE m.member = r.oid) AS others
         FROM pg_roles r WHERE rolname = '${login}'`,
      ),
    ).toEqual([{ more: false, others: 0 }])
  })
})

test('more than thirty ways were tried', () => {
  expect(ATTEMPTS.length).toBeGreaterThanOrEqual(30)
})
