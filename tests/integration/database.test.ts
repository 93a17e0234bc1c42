import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SCOPES, type Scope } from '#features/access/scope-model.ts'
import { createTestDatabase, type TestDatabase } from '#tests/integration/database.ts'

let database: TestDatabase
const readers = new Map<Scope, pg.Client>()

const HASH = 'a'.repeat(64)

/** One document of each class, with a row of it in every governed table. */
const documentOf = (path: string, kind: string) => `
  INSERT INTO document (path, category_code, position, source_locale, legacy_slug, class, note_class)
  VALUES ('${path}', '80_chain', 1, 'en', '${path}', '${kind}', '${kind}');
  INSERT INTO workstream VALUES ('${path}', 1, '${kind}');
  WITH revision AS (
    INSERT INTO text_revision (document_path, locale, hash, markdown, title, recorded_at, origin, class)
    VALUES ('${path}', 'en', '${HASH}', '# ${kind}', '${kind}', '2026-03-04', 'ingest', '${kind}') RETURNING id
  ), standing AS (
    INSERT INTO standing_text (text_revision_id, document_path, locale, is_current, class)
    SELECT id, '${path}', 'en', true, '${kind}' FROM revision
  )
  INSERT INTO tracker_row (text_revision_id, document_path, number, title, owner_role, target_date, status, class)
  SELECT id, '${path}', 1, '${kind}', 'SRE_LEAD', '2026-03-04', 'DONE', '${kind}' FROM revision;
  INSERT INTO text_section (text_revision_id, document_path, position, key, heading, anchor, hash, class)
  SELECT id, '${path}', 0, 'top', '${kind}', 'top', '0123456789ab', '${kind}' FROM text_revision WHERE document_path = '${path}';
  INSERT INTO text_part (text_revision_id, position, section, kind, used_by, words, class)
  SELECT id, 0, 0, 'words', '{}', '# ${kind}', '${kind}' FROM text_revision WHERE document_path = '${path}';
  INSERT INTO document_hash VALUES ('${path}', '0123456789ab', '${kind}');
  WITH line AS (
    INSERT INTO ledger_line (document_path, hash, shown_hash, recorded_at, for_friday, workstream, kind, status, target_date, by,
      has_note, has_reason, has_resolution, class)
    VALUES ('${path}', '${HASH}', '${HASH}', '2026-03-04', '2026-03-06', 1, 'baseline', 'DONE', '2026-03-04', 'SRE_LEAD',
      true, false, false, '${kind}') RETURNING line
  )
  INSERT INTO ledger_note (line, note, class) SELECT line, '{"en": "${kind}"}', '${kind}' FROM line;`

beforeAll(async () => {
  database = await createTestDatabase()
  await database.query(`
    INSERT INTO category (code, position, title, version, owner_role, review_cycle_days, approval_authority, class)
    VALUES ('80_chain', 1, '{}', 'v1', 'DOCUMENT_CUSTODIAN', 60, '{}', 'PUBLIC');
    INSERT INTO ingest (revision, ingested_at, documents, texts, lines) VALUES ('0', now(), 3, 3, 3);
    ${['PUBLIC', 'INTERNAL', 'RESTRICTED'].map(kind => documentOf(`80_chain/${kind.toLowerCase()}`, kind)).join('')}`)
  for (const scope of SCOPES) {
    const client = new pg.Client({ connectionString: database.viewUrls[scope] })
    await client.connect()
    readers.set(scope, client)
  }
})

afterAll(async () => {
  await Promise.all([...readers.values()].map(client => client.end()))
  await database.drop()
})

const readAs = async (scope: Scope, sql: string) => (await readers.get(scope)?.query(sql))?.rows

/** As DESIGN 8 has it. */
const SEEN: Readonly<Record<Scope, readonly string[]>> = {
  guest: ['PUBLIC'],
  owner: ['INTERNAL', 'PUBLIC'],
  reviewer: ['INTERNAL', 'PUBLIC', 'RESTRICTED'],
  admin: ['INTERNAL', 'PUBLIC', 'RESTRICTED'],
}

describe.each(SCOPES)('the login that reads as %s', scope => {
  it.each([
    'document',
    'workstream',
    'text_revision',
    'standing_text',
    'tracker_row',
    'text_section',
    'text_part',
    'document_hash',
    'ledger_line',
    'ledger_note',
  ])('sees of %s the rows of its classes alone, whoever owns the rest', async table => {
    expect(await database.query(`SELECT DISTINCT class FROM ${table}`)).toHaveLength(3)
    expect(await readAs(scope, `SELECT class FROM ${table} ORDER BY class::text`)).toEqual(
      SEEN[scope].map(one => ({ class: one })),
    )
  })

  it.each(['_prisma_migrations', 'search_source', ...(scope === 'admin' ? [] : ['ingest'])])(
    'may not read %s at all',
    async table => {
      await expect(readAs(scope, `SELECT * FROM ${table}`)).rejects.toThrow(/permission denied/)
    },
  )
})

it('the login that reads as admin sees what was ingested when', async () => {
  expect(await readAs('admin', 'SELECT revision FROM ingest')).toEqual([{ revision: '0' }])
})

describe('the database refuses', () => {
  it.each([
    ['an unknown status', "UPDATE tracker_row SET status = 'DOING'", /invalid input value for enum status/],
    ['a number twice', "INSERT INTO workstream VALUES ('80_chain/public', 1, 'PUBLIC')", /workstream_pkey/],
    [
      'a number out of range',
      "INSERT INTO workstream VALUES ('80_chain/public', 0, 'PUBLIC')",
      /number_range/,
    ],
    ['a row of no document', "INSERT INTO workstream VALUES ('80_chain/none', 1, 'PUBLIC')", /foreign key/],
    ['a document outside its category', "UPDATE document SET path = 'x/y'", /below_category/],
    [
      'a second current text of a language',
      `WITH revision AS (
        INSERT INTO text_revision (document_path, locale, hash, markdown, title, recorded_at, origin, class)
        VALUES ('80_chain/public', 'en', repeat('c', 64), '', '', now(), 'ingest', 'PUBLIC') RETURNING id
      )
      INSERT INTO standing_text SELECT id, '80_chain/public', 'en', true, 'PUBLIC' FROM revision`,
      /standing_text_one_current/,
    ],
    [
      'a line that reports for no Friday',
      `INSERT INTO ledger_line (document_path, hash, shown_hash, recorded_at, for_friday, workstream, kind, status, target_date, by,
         has_note, has_reason, has_resolution, class)
       VALUES ('80_chain/public', repeat('d', 64), repeat('d', 64), now(), '2026-03-07', 1, 'confirm', 'DONE', '2026-03-04',
         'SRE_LEAD', false, false, false, 'PUBLIC')`,
      /ledger_line_for_friday/,
    ],
    ['a rewritten text', "UPDATE text_revision SET markdown = 'x'", /insert-only/],
    ['a text removed', 'DELETE FROM text_revision', /insert-only/],
    ['a line rewritten', "UPDATE ledger_line SET status = 'TODO'", /insert-only/],
    ['a line removed', 'DELETE FROM ledger_line', /insert-only/],
    ['a note rewritten', `UPDATE ledger_note SET note = '{"en": "x"}'`, /insert-only/],
    ['a note removed', 'DELETE FROM ledger_note', /insert-only/],
    ['all lines at once', 'TRUNCATE ledger_line, ledger_note', /insert-only/],
    ['an ingest forgotten', 'DELETE FROM ingest', /insert-only/],
    [
      'a revision dated by a commit that is not named',
      "INSERT INTO text_revision (document_path, locale, hash, markdown, title, recorded_at, origin, class) VALUES ('80_chain/public', 'en', repeat('b', 64), '', '', now(), 'commit', 'PUBLIC')",
      /commit_named/,
    ],
  ])('%s', async (_, sql, reason) => {
    await expect(database.query(sql)).rejects.toThrow(reason)
  })

  it('no change of when a line was entered: that is known of git, and may be learnt later', async () => {
    await database.query("UPDATE ledger_line SET entered_at = '2026-03-13T12:00:00+04:00'")
    expect(await database.query('SELECT 1 FROM ledger_line WHERE entered_at IS NULL')).toEqual([])
  })

  it('no change of class: that is policy, and follows the document', async () => {
    await database.query("UPDATE ledger_line SET class = 'INTERNAL' WHERE class = 'RESTRICTED'")
    expect(await database.query("SELECT 1 FROM ledger_line WHERE class = 'RESTRICTED'")).toEqual([])
  })
})
