import fs from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ingest } from '#features/ingest/ingest.ts'
import { Canaries } from '#tests/access/canaries.ts'
import { plantContent } from '#tests/access/content.ts'
import { plantEvidence } from '#tests/access/evidence.ts'
import { CLASSES, isAtLeast, LEAST, READERS, type ReaderScope, sees } from '#tests/access/model.ts'
import { APART, RELATIONS, type Relation } from '#tests/access/portal-rows.ts'
import { createTestDatabase, type TestDatabase } from '#tests/integration/database.ts'

const canaries = new Canaries()
const { content } = plantContent(canaries)
const { folder: evidence } = plantEvidence(canaries)
let database: TestDatabase
/** Of the administrator, past all policies, and of each login that reads. */
let admin: pg.Client
const logins = new Map<ReaderScope, pg.Client>()

beforeAll(async () => {
  database = await createTestDatabase()
  const { diagnostics } = await ingest({
    contentFolder: content.folder,
    evidenceFolder: evidence,
    databaseUrl: database.writeUrl,
    now: new Date('2026-03-13T10:00:00Z'),
    onProgress: () => {},
  })
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  admin = await connect(database.adminUrl)
  // Bundles do not say their class: a run of each is made of one.
  await admin.query(`INSERT INTO evidence_run SELECT (r).* FROM (
      SELECT jsonb_populate_record(run, jsonb_build_object('id', 900 + n, 'run_id', 'made-' || n, 'class', c.class)) AS r
      FROM evidence_run run, unnest(enum_range(NULL::content_class)) WITH ORDINALITY AS c (class, n)
      WHERE run.run_id = 'planted-dev') made;
    INSERT INTO standing_run SELECT id FROM evidence_run WHERE id > 900;
    ${['file', 'lane', 'finding', 'judgement', 'record']
      .map(
        kind => `INSERT INTO evidence_${kind} SELECT (r).* FROM (
          SELECT jsonb_populate_record(x, jsonb_build_object('run', made.id)) AS r
          FROM evidence_${kind} x JOIN evidence_run run ON run.id = x.run AND run.run_id = 'planted-dev',
          evidence_run made WHERE made.id > 900) copied`,
      )
      .join(';\n')}`)
  for (const scope of READERS) logins.set(scope, await connect(database.viewUrls[scope]))
})

afterAll(async () => {
  await Promise.all([admin, ...logins.values()].map(client => client?.end()))
  content.remove()
  fs.rmSync(evidence, { recursive: true, force: true })
  await database.drop()
})

async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  return client
}

const as = (scope: ReaderScope): pg.Client => {
  const client = logins.get(scope)
  if (!client) throw new Error(`no connection of ${scope}`)
  return client
}

const valuesOf = async (client: pg.Client, sql: string): Promise<string[]> =>
  (await client.query<{ value: string }>(sql)).rows.map(({ value }) => value)

const columnsOf = (relation: string): Promise<string[]> =>
  valuesOf(
    admin,
    `SELECT attname::text AS value FROM pg_attribute
     WHERE attrelid = '"${relation}"'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
  )

/** Columns of a relation that a scope is to have. */
async function givenColumns(scope: ReaderScope, name: string, { rows, columns }: Relation) {
  if (rows === 'none' || (typeof rows === 'object' && !isAtLeast(scope, rows.from))) return []
  return (await columnsOf(name)).filter(column => {
    const from = columns?.[column] ?? 'guest'
    return from !== 'never' && isAtLeast(scope, from)
  })
}

const rowsSql = (name: string, columns: readonly string[], where = 'true'): string => {
  const said = columns.map(column => `"${column}"::text`).join(', ')
  return `SELECT jsonb_build_array(${said})::text AS value FROM "${name}" WHERE ${where} ORDER BY 1`
}

/** In SQL, which rows a scope is to be given. */
function conditionOf(scope: ReaderScope, { rows }: Relation): string {
  const named = CLASSES.filter(one => sees(scope, one)).map(one => `'${one}'`)
  if (rows === 'by class') return `class::text IN (${named})`
  if (rows === 'by class of the run')
    return `(SELECT class::text FROM evidence_run WHERE id = run) IN (${named})`
  return 'true'
}

const relations = Object.entries(RELATIONS)

test('every relation of the database is in the model, or has a reason not to be', async () => {
  const known = await valuesOf(
    admin,
    `SELECT relname::text AS value FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f')`,
  )
  const ours = [...Object.keys(RELATIONS), ...Object.keys(APART)]
  expect(known.toSorted()).toEqual(ours.toSorted())
})

test('rows of every class stand wherever a class decides', async () => {
  for (const [name, { rows }] of relations) {
    if (rows !== 'by class' && rows !== 'by class of the run') continue
    const own = rows === 'by class' ? 'class::text' : '(SELECT class::text FROM evidence_run WHERE id = run)'
    const there = new Set(await valuesOf(admin, `SELECT DISTINCT ${own} AS value FROM "${name}"`))
    expect([name, CLASSES.filter(one => !there.has(one))]).toEqual([name, []])
  }
})

describe.each(READERS)('%s', scope => {
  test.for(relations)(
    'has of %s the columns that the model gives, and no others',
    async ([name, relation]) => {
      const given = await givenColumns(scope, name, relation)
      for (const column of await columnsOf(name)) {
        const asked = as(scope).query(`SELECT count("${column}") FROM "${name}"`)
        if (given.includes(column)) await asked
        else await expect(asked, `${name}.${column}`).rejects.toThrow(/permission denied/)
      }
    },
  )

  test.for(relations)(
    'is given of %s the rows that the model gives, and no others',
    async ([name, relation]) => {
      const columns = await givenColumns(scope, name, relation)
      if (columns.length === 0) return
      const right = await valuesOf(admin, rowsSql(name, columns, conditionOf(scope, relation)))
      const given = await valuesOf(as(scope), rowsSql(name, columns))
      expect([given.length, given.filter((row, at) => row !== right[at])]).toEqual([right.length, []])
    },
  )

  test('finds in all that it is given the canaries of its classes, and no others', async () => {
    const said: string[] = []
    for (const [name, relation] of relations) {
      const columns = await givenColumns(scope, name, relation)
      if (columns.length > 0) said.push(...(await valuesOf(as(scope), rowsSql(name, columns))))
    }
    if (scope === 'owner')
      said.push(...(await valuesOf(as(scope), 'SELECT line AS value FROM evidence_envelope')))
    const found = canaries.in(said.join('\n'))
    expect(canaries.all.filter(one => found.has(one) !== sees(scope, one.class))).toEqual([])
  })

  test('is told the words of records as far as their class goes', async () => {
    if (scope === 'owner')
      expect(
        await valuesOf(
          as(scope),
          `SELECT DISTINCT run::text AS value FROM evidence_envelope WHERE run > 900 ORDER BY 1`,
        ),
      ).toEqual(['901', '902'])
    else
      await expect(as(scope).query('SELECT run FROM evidence_envelope')).rejects.toThrow(/permission denied/)
  })
})

test('the model is the order of scopes and classes that DESIGN 8 names', () => {
  expect(READERS.map(scope => CLASSES.filter(one => sees(scope, one)).length)).toEqual([1, 2, 3, 3])
  expect(Object.keys(LEAST)).toEqual(['PUBLIC', 'INTERNAL', 'RESTRICTED'])
})
