import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asScope } from '#features/access/as-scope.ts'
import { SCOPES, type Scope } from '#features/access/scope-model.ts'
import { viewLogin, viewVariables } from '#features/access/view-urls-model.ts'
import { dayInTbilisi } from '#features/checklist/calendar-rules.ts'
import { hasDocument, readDocument } from '#features/document/document-queries.ts'
import { ingest } from '#features/ingest/ingest.ts'
import { readPortal } from '#features/portal/portal-queries.ts'
import { poolOf } from '#prisma/view-pool.ts'
import { ContentFolder, checklist, ROWS } from '#tests/integration/content-folder.ts'
import { createTestDatabase, type TestDatabase } from '#tests/integration/database.ts'

const PATH = '80_chain/list'
const TODAY = { day: dayInTbilisi(new Date('2026-03-20T10:00:00Z')), isToday: true }

let database: TestDatabase
const content = new ContentFolder()
/** Of a superuser: what it drops, it takes back, and it becomes any login. */
let admin: pg.Client

beforeAll(async () => {
  database = await createTestDatabase()
  Object.assign(process.env, viewVariables(database.viewUrls))
  content.write('80_chain/list/en.md', checklist(ROWS))
  content.write(
    '80_chain/closed/en.md',
    checklist(ROWS).replace('TEST-CHECKLIST', 'CLOSED\nClass: RESTRICTED'),
  )
  const { diagnostics } = await ingest({
    contentFolder: content.folder,
    databaseUrl: database.writeUrl,
    now: new Date('2026-03-20T10:00:00Z'),
    onProgress: () => {},
  })
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  admin = new pg.Client({ connectionString: database.adminUrl })
  await admin.connect()
})

afterAll(async () => {
  await admin.end()
  await Promise.all(SCOPES.map(scope => poolOf(scope).end()))
  content.remove()
  await database.drop()
})

/** How many rows of a table a scope sees once something was done to the database, which is undone again. */
async function rowsSeen(scope: Scope, table: string, change = 'SELECT 1'): Promise<number> {
  await admin.query('BEGIN')
  try {
    await admin.query(change)
    await admin.query(`SET LOCAL ROLE ${viewLogin(scope)}`)
    const { rows } = await admin.query<{ rows: number }>(`SELECT count(*)::int AS rows FROM ${table}`)
    return rows[0]?.rows ?? Number.NaN
  } finally {
    await admin.query('ROLLBACK')
  }
}

describe.each(SCOPES)('a policy lost of the login that reads as %s', scope => {
  test('shows it none of the table’s rows, whichever it was', async () => {
    const policies = await database.query<{ name: string; table: string }>(
      `SELECT policyname AS name, tablename AS table FROM pg_policies WHERE '${viewLogin(scope)}' = ANY (roles)`,
    )
    expect(policies.length).toBeGreaterThan(15)
    let seen = 0
    for (const { name, table } of policies) {
      seen += await rowsSeen(scope, table)
      expect([table, await rowsSeen(scope, table, `DROP POLICY ${name} ON ${table}`)]).toEqual([table, 0])
    }
    expect(seen).toBeGreaterThan(0)
  })
})

test('a right lost is an error, not rows', async () => {
  const change = 'REVOKE SELECT ON document FROM mza_view_owner'
  await expect(rowsSeen('owner', 'document', change)).rejects.toThrow(/permission denied/)
})

describe('to its readers the portal', () => {
  test('has no such document once the policy on documents is lost, and others see theirs as before', async () => {
    const read = (scope: Scope) => asScope(scope, () => readDocument(PATH, 'en', TODAY))
    expect(await read('owner')).not.toBeNull()
    await database.query('DROP POLICY owner_reads ON document')
    expect(await read('owner')).toBeNull()
    expect(await read('reviewer')).not.toBeNull()
    expect(await asScope('guest', () => hasDocument('80_chain/closed'))).toBe(false)
  })

  test('is unavailable once the policy on its revision is lost', async () => {
    expect(await asScope('owner', readPortal)).toMatchObject({ scope: 'owner' })
    await database.query('DROP POLICY signed_in_read ON portal')
    await expect(asScope('owner', readPortal)).rejects.toThrow()
    expect(await asScope('guest', readPortal)).toMatchObject({ scope: 'guest' })
  })
})
