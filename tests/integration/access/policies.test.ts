import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CONTENT_CLASSES, VISIBLE_TO } from '#features/access/class-model.ts'
import { SCOPES, type Scope } from '#features/access/scope-model.ts'
import { viewLogin } from '#features/access/view-urls-model.ts'
import { createTestDatabase, type TestDatabase } from '#tests/integration/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

interface Policy {
  readonly table: string
  readonly condition: string
  readonly command: string
  readonly permissive: string
}

const policiesOf = (scope: Scope) =>
  database.query<Policy>(
    `SELECT tablename AS table, qual AS condition, cmd AS command, permissive FROM pg_policies
     WHERE '${viewLogin(scope)}' = ANY (roles) ORDER BY tablename`,
  )

const readableTo = async (scope: Scope) =>
  (
    await database.query<{ name: string }>(
      `SELECT c.oid::regclass::text AS name FROM pg_class c
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
         AND has_any_column_privilege('${viewLogin(scope)}', c.oid, 'SELECT') ORDER BY 1`,
    )
  ).map(({ name }) => name)

const seenBy = (scope: Scope) => CONTENT_CLASSES.filter(one => VISIBLE_TO[one].includes(scope))

test('every table is behind its policies', async () => {
  expect(
    await database.query(
      `SELECT relname FROM pg_class
       WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relrowsecurity`,
    ),
  ).toEqual([])
})

describe.each(SCOPES)('of the login that reads as %s', scope => {
  test('every policy is to read by and none to write by, one a table, and each table that it may read has one', async () => {
    const policies = await policiesOf(scope)
    expect(
      policies.filter(({ command, permissive }) => command !== 'SELECT' || permissive !== 'PERMISSIVE'),
    ).toEqual([])
    expect(policies.map(({ table }) => table)).toEqual(await readableTo(scope))
  })

  test('a policy on a class names the classes that the scope sees', async () => {
    const byClass = (await policiesOf(scope)).filter(({ condition }) => condition.includes('content_class'))
    expect(byClass.length).toBeGreaterThanOrEqual(8)
    for (const { table, condition } of byClass) {
      const named = [...condition.matchAll(/'([A-Z]+)'::content_class/g)].map(([, one]) => one)
      expect([table, named]).toEqual([table, seenBy(scope)])
    }
  })

  test('rows of a class are read by a policy on the class, or in a partition of the class', async () => {
    const classed = await database.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attname = 'class'`,
    )
    const everybody = ['category', 'withheld']
    const policies = new Map((await policiesOf(scope)).map(({ table, condition }) => [table, condition]))
    for (const { name } of classed.filter(one => !everybody.includes(one.name))) {
      const condition = policies.get(name)
      const partition = /_(public|internal|restricted)$/.exec(name)?.[1]?.toUpperCase()
      if (partition)
        expect([name, condition !== undefined]).toEqual([name, seenBy(scope).some(one => one === partition)])
      else if (condition !== undefined)
        expect([name, condition]).toEqual([name, expect.stringContaining('content_class')])
    }
  })
})
