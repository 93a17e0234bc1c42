import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#tests/integration/database.ts'

let database: TestDatabase
let guest: pg.Client

const HASH = 'a'.repeat(64)

/** One document of each class, with a row of it in every governed table. */
const documentOf = (path: string, kind: string) => `
  INSERT INTO document VALUES ('${path}', '80_chain', 1, 'en', '${path}', '${kind}');
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
  INSERT INTO ledger_line (document_path, hash, recorded_at, for_friday, workstream, kind, status, target_date, by, class)
  VALUES ('${path}', '${HASH}', '2026-03-04', '2026-03-06', 1, 'baseline', 'DONE', '2026-03-04', 'SRE_LEAD', '${kind}');`

beforeAll(async () => {
  database = await createTestDatabase()
  await database.query(`
    INSERT INTO category (code, position, title, version, owner_role, review_cycle_days, approval_authority, class)
    VALUES ('80_chain', 1, '{}', 'v1', 'DOCUMENT_CUSTODIAN', 60, '{}', 'PUBLIC');
    INSERT INTO ingest (revision, ingested_at, documents, texts, lines) VALUES ('0', now(), 3, 3, 3);
    ${['PUBLIC', 'INTERNAL', 'RESTRICTED'].map(kind => documentOf(`80_chain/${kind.toLowerCase()}`, kind)).join('')}`)
  guest = new pg.Client({ connectionString: database.guestUrl })
  await guest.connect()
})

afterAll(async () => {
  await guest.end()
  await database.drop()
})

describe('a guest', () => {
  it.each([
    'document',
    'workstream',
    'text_revision',
    'standing_text',
    'tracker_row',
    'text_section',
    'ledger_line',
  ])('sees of %s the public rows alone, whoever owns the rest', async table => {
    expect(await database.query(`SELECT DISTINCT class FROM ${table}`)).toHaveLength(3)
    expect((await guest.query(`SELECT class FROM ${table}`)).rows).toEqual([{ class: 'PUBLIC' }])
  })

  it.each(['ingest', '_prisma_migrations'])('may not read %s at all', async table => {
    await expect(guest.query(`SELECT * FROM ${table}`)).rejects.toThrow(/permission denied/)
  })

  it('may write nothing, also where a transaction is declared to write', async () => {
    for (const sql of [
      "UPDATE document SET class = 'PUBLIC'",
      'DELETE FROM ledger_line',
      'CREATE TABLE mine ()',
    ]) {
      await guest.query('BEGIN READ WRITE')
      await expect(guest.query(sql)).rejects.toThrow(/permission denied/)
      await guest.query('ROLLBACK')
    }
  })
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
      `INSERT INTO ledger_line (document_path, hash, recorded_at, for_friday, workstream, kind, status, target_date, by, class)
       VALUES ('80_chain/public', repeat('d', 64), now(), '2026-03-07', 1, 'confirm', 'DONE', '2026-03-04', 'SRE_LEAD', 'PUBLIC')`,
      /ledger_line_for_friday/,
    ],
    ['a rewritten text', "UPDATE text_revision SET markdown = 'x'", /insert-only/],
    ['a text removed', 'DELETE FROM text_revision', /insert-only/],
    ['a line rewritten', "UPDATE ledger_line SET status = 'TODO'", /insert-only/],
    ['a line removed', 'DELETE FROM ledger_line', /insert-only/],
    ['all lines at once', 'TRUNCATE ledger_line', /insert-only/],
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
