import { afterEach, beforeEach, expect, it } from 'vitest'
import { ingest } from '#features/ingest/ingest.ts'
import { ContentFolder } from '#tests/integration/content-folder.ts'
import { createTestDatabase, type TestDatabase } from '#tests/integration/database.ts'

const DOCUMENT = '80_chain/rule'
const georgian = (words: string) => `# წესი\n\n## 1. პირველი\n\n${words}\n\n## შენიშვნა\n`
const english = (base: string) =>
  `---\nBased On: { ${base} }\n---\n\n# Rule\n\n## 1. First\n\nWords.\n\n## Note\n`

let database: TestDatabase
let content: ContentFolder

beforeEach(async () => {
  database = await createTestDatabase()
  content = new ContentFolder()
  content.git('init', '-q')
})

afterEach(async () => {
  content.remove()
  await database.drop()
})

const run = (now: string) =>
  ingest({
    contentFolder: content.folder,
    databaseUrl: database.writeUrl,
    now: new Date(now),
    onProgress: () => {},
  })

const sections = (locale: string) =>
  database.query<{ key: string; hash: string; base_hash: string | null; heading: string; anchor: string }>(
    `SELECT t.key, t.hash, t.base_hash, t.heading, t.anchor FROM text_section t
     JOIN text_revision r ON r.id = t.text_revision_id WHERE r.locale = '${locale}' ORDER BY r.recorded_at, t.position`,
  )

/** Georgian in three commits, of which the second changes the first section. */
function commitGeorgian(): void {
  content.write(`${DOCUMENT}/ka.md`, georgian('ერთი.'))
  content.commit('2026-03-04T10:00:00+04:00')
  content.write(`${DOCUMENT}/ka.md`, georgian('ორი.'))
  content.commit('2026-03-10T10:00:00+04:00')
  content.write(`${DOCUMENT}/ka.md`, georgian('ორი.').replace('# წესი', '# წესი და რიგი'))
  content.commit('2026-03-20T10:00:00+04:00')
}

it('keeps every section of every revision by its key, with what it was made from', async () => {
  commitGeorgian()
  await run('2026-03-21T08:00:00Z')
  const said = await sections('ka')
  expect(said.map(({ key }) => key)).toEqual([
    'top',
    'w-1',
    'w-1.1',
    'top',
    'w-1',
    'w-1.1',
    'top',
    'w-1',
    'w-1.1',
  ])
  const hashes = (key: string) => said.filter(section => section.key === key).map(({ hash }) => hash)
  expect(hashes('w-1.1')).toEqual(Array(3).fill(hashes('w-1.1')[0]))
  expect(new Set(hashes('w-1')).size).toBe(2)
  expect(hashes('top')[0]).toBe(hashes('top')[1])
  expect(said.at(-3)).toMatchObject({ heading: 'წესი და რიგი', anchor: 'top', base_hash: null })
  content.write(`${DOCUMENT}/en.md`, english(`w-1: ${hashes('w-1')[0]}`))
  const { diagnostics, changed } = await run('2026-03-22T08:00:00Z')
  expect(changed).toBe(true)
  expect(diagnostics.map(({ code }) => code)).toEqual([])
  expect((await sections('en')).map(section => section.base_hash)).toEqual([null, hashes('w-1')[0], null])
  expect((await run('2026-03-23T08:00:00Z')).changed).toBe(false)
})

it('tells readers states of a section apart by numbers that are equal where its words are', async () => {
  commitGeorgian()
  await run('2026-03-21T08:00:00Z')
  const [first] = (await sections('ka')).filter(({ key }) => key === 'w-1')
  content.write(`${DOCUMENT}/en.md`, english(`w-1: ${first?.hash}, w-1.1: 0123456789ab`))
  await run('2026-03-22T08:00:00Z')
  const [, unlike] = await database.query<{ alike: boolean; count: number }>(
    `SELECT (a.hash = b.hash) = (a.state = b.state) AS alike, count(*)::int FROM text_section a
     JOIN text_section b USING (document_path, key) GROUP BY 1 ORDER BY 1 DESC`,
  )
  expect(unlike).toBeUndefined()
  const stated = await database.query(
    `SELECT o.key, o.base_state IS NOT NULL AS known, array_agg(DISTINCT a.hash) FILTER (WHERE a.hash IS NOT NULL) AS hashes
     FROM text_section o JOIN text_revision r ON r.id = o.text_revision_id AND r.locale = 'en'
     LEFT JOIN text_section a ON a.key = o.key AND a.state = o.base_state GROUP BY 1, 2 ORDER BY 1`,
  )
  expect(stated).toEqual([
    { key: 'top', known: false, hashes: null },
    { key: 'w-1', known: true, hashes: [first?.hash] },
    { key: 'w-1.1', known: false, hashes: null },
  ])
  expect(await database.query('SELECT FROM text_section WHERE state = 0')).toEqual([])
})

it('warns of a base that no revision of the Georgian text had, whether it has seen it before or just now', async () => {
  content.write(`${DOCUMENT}/en.md`, english('w-1: 0123456789ab'))
  commitGeorgian()
  for (const now of ['2026-03-21T08:00:00Z', '2026-03-22T08:00:00Z']) {
    const { revision, diagnostics } = await run(now)
    expect(revision).not.toBeNull()
    expect(diagnostics.map(({ code, line, severity }) => `${line} ${severity} ${code}`)).toEqual([
      '2 warning base-unknown',
    ])
  }
})

it('refuses a base of a section that is not there', async () => {
  commitGeorgian()
  content.write(`${DOCUMENT}/en.md`, english('w-2: 0123456789ab'))
  const { revision, diagnostics } = await run('2026-03-21T08:00:00Z')
  expect(revision).toBeNull()
  expect(diagnostics.map(({ code }) => code)).toContain('base-section')
})
