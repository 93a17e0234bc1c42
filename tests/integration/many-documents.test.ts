import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { viewVariables } from '#features/access/view-urls-model.ts'
import { createTestDatabase } from '#tests/integration/database.ts'

const CHILD = path.join(import.meta.dirname, 'library-child.ts')
const MANY = 6000

/** Documents in six languages: more texts than a query of PostgreSQL takes parameters. */
const FILL = `
INSERT INTO category VALUES ('10_normative', 1, '{"ka":"ნორმები","en":"Norms"}', 'v1', 'DOCUMENT_CUSTODIAN', 90, '{}', 'PUBLIC');
INSERT INTO document (path, category_code, position, source_locale, legacy_slug, class, note_class)
  SELECT '10_normative/d-' || n, '10_normative', 1, 'en', 'd-' || n, 'PUBLIC', 'PUBLIC' FROM generate_series(1, ${MANY}) n;
INSERT INTO text_revision (document_path, locale, hash, markdown, title, recorded_at, origin, class)
  SELECT path, locale, encode(sha256((path || locale)::bytea), 'hex'), '# D', 'D', '2026-03-02', 'ingest', 'PUBLIC'
  FROM document, unnest('{ka,en,ru,tr,hy,ar}'::text[]) locale;
INSERT INTO standing_text (text_revision_id, document_path, locale, is_current, class)
  SELECT id, document_path, locale, true, 'PUBLIC' FROM text_revision;`

test('a list has every document once, though they are more than one query can ask for', async () => {
  const database = await createTestDatabase()
  try {
    await database.query(FILL)
    const { stdout } = await promisify(execFile)(process.execPath, [CHILD], {
      env: { ...process.env, ...viewVariables(database.viewUrls) },
      maxBuffer: 16 * 1024 * 1024,
    })
    const [paths = []]: string[][] = JSON.parse(stdout)
    expect(paths).toHaveLength(MANY)
    expect(new Set(paths).size).toBe(MANY)
  } finally {
    await database.drop()
  }
})
