import { mkdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ingest } from '#features/ingest/ingest.ts'
import { ContentFolder, checklist, ROWS } from '#tests/integration/content-folder.ts'
import { createTestDatabase, type TestDatabase } from '#tests/integration/database.ts'

const DOCUMENT = '80_chain/checklist'
const NOW = new Date('2026-03-20T10:00:00Z')
const LATER = new Date('2026-03-21T10:00:00Z')

let database: TestDatabase
let content: ContentFolder

beforeEach(async () => {
  database = await createTestDatabase()
  content = new ContentFolder()
})

afterEach(async () => {
  content.remove()
  await database.drop()
})

const run = (now = NOW) =>
  ingest({ contentFolder: content.folder, databaseUrl: database.writeUrl, now, onProgress: () => {} })

const codes = async (now = NOW) =>
  (await run(now)).diagnostics.filter(found => found.severity === 'error').map(found => found.code)

const TABLES = [
  'portal',
  'ingest',
  'category',
  'document',
  'text_revision',
  'standing_text',
  'workstream',
  'tracker_row',
  'text_section',
  'text_part',
  'document_hash',
  'ledger_line',
  'ledger_note',
  'withheld',
]

/** Every row of every table with the transaction that wrote it. */
const rowsWithWriters = () =>
  Promise.all(TABLES.map(table => database.query(`SELECT xmin::text, t.* FROM "${table}" t ORDER BY t`)))

const revisions = () =>
  database.query<{
    locale: string
    origin: string
    recorded_at: Date
    title: string
    standing: boolean
    commit: string
  }>(
    `SELECT r.locale, r.origin, r.recorded_at, r.title, r.commit, c.locale IS NOT NULL AS standing
     FROM text_revision r LEFT JOIN standing_text c ON c.text_revision_id = r.id AND c.is_current ORDER BY r.recorded_at, r.id`,
  )

const line = (changes: object) =>
  JSON.stringify({
    recordedAt: '2026-03-04T00:00:00+04:00',
    for: '2026-03-06',
    workstream: 1,
    kind: 'baseline',
    status: 'DONE',
    targetDate: '2026-03-04',
    by: 'CHAIN_OFFICER',
    ...changes,
  })

const BASELINE = [
  line({}),
  line({ workstream: 2, status: 'TODO', targetDate: '2026-03-09' }),
  line({
    workstream: 3,
    status: 'BLOCKED',
    targetDate: '2026-03-10',
    note: { ka: 'გასაღები აკლია', en: 'No key' },
  }),
]

const CONFIRMED = line({
  recordedAt: '2026-03-06T12:00:00+04:00',
  workstream: 2,
  kind: 'confirm',
  status: 'TODO',
  targetDate: '2026-03-09',
  by: 'LEDGER_ENGINEER',
})

describe('an ingest', () => {
  it('projects a checklist in two languages, and says so', async () => {
    content.write(`${DOCUMENT}/en.md`, checklist(ROWS))
    content.write(`${DOCUMENT}/ka.md`, checklist(ROWS, 'ka'))
    const outcome = await run()
    expect(outcome).toMatchObject({ changed: true, counts: { documents: 1, texts: 2, lines: 0 } })
    expect(outcome.revision).toMatch(/^[0-9a-f]{12}$/)
    expect(await database.query('SELECT path, source_locale, legacy_slug, class FROM document')).toEqual([
      { path: DOCUMENT, source_locale: 'en', legacy_slug: 'docs-80-chain-checklist-md', class: 'PUBLIC' },
    ])
    expect(
      await database.query('SELECT number, status FROM tracker_row ORDER BY text_revision_id, number'),
    ).toHaveLength(6)
    expect(await database.query('SELECT revision FROM portal')).toEqual([{ revision: outcome.revision }])
  })

  it('changes no row when it runs again, even later', async () => {
    content.write(`${DOCUMENT}/en.md`, checklist(ROWS))
    content.write(`${DOCUMENT}/change-log.jsonl`, `${BASELINE.join('\n')}\n`)
    content.write('80_chain/note.md', '# Note\n')
    const first = await run()
    const before = await rowsWithWriters()
    const second = await run(LATER)
    expect(second).toMatchObject({
      changed: false,
      revision: first.revision,
      counts: { documents: 2, lines: 3 },
    })
    expect(await rowsWithWriters()).toEqual(before)
  })

  it('gives the same content the same revision in another database', async () => {
    content.write(`${DOCUMENT}/en.md`, checklist(ROWS))
    const first = await run()
    await database.drop()
    database = await createTestDatabase()
    expect((await run(LATER)).revision).toBe(first.revision)
  })

  it('keeps two ingests at once from disturbing each other', async () => {
    content.write(`${DOCUMENT}/en.md`, checklist(ROWS))
    const outcomes = await Promise.all([run(), run(), run()])
    expect(new Set(outcomes.map(outcome => outcome.revision)).size).toBe(1)
    expect(outcomes.filter(outcome => outcome.changed)).toHaveLength(1)
    expect(await database.query('SELECT FROM ingest')).toHaveLength(1)
  })

  it('takes a document that is gone from the portal, and keeps its history', async () => {
    content.write('80_chain/a.md', '# A\n')
    content.write('80_chain/b.md', '# B\n')
    await run()
    content.delete('80_chain/a.md')
    const outcome = await run(LATER)
    expect(outcome).toMatchObject({ changed: true, counts: { documents: 1 } })
    expect(await database.query('SELECT document_path FROM standing_text')).toEqual([
      { document_path: '80_chain/b' },
    ])
    expect(await database.query('SELECT FROM text_revision')).toHaveLength(2)
  })

  it('moves every row of a document to its new class, and counts it as withheld', async () => {
    content.write(`${DOCUMENT}/en.md`, checklist(ROWS))
    content.write(`${DOCUMENT}/change-log.jsonl`, `${BASELINE.join('\n')}\n`)
    await run()
    content.write(`${DOCUMENT}/en.md`, checklist(ROWS).replace('---\n\n#', 'Class: RESTRICTED\n---\n\n#'))
    await run(LATER)
    for (const table of [
      'document',
      'text_revision',
      'standing_text',
      'workstream',
      'tracker_row',
      'text_section',
      'ledger_line',
    ]) {
      expect(await database.query(`SELECT DISTINCT class FROM ${table}`), table).toEqual([
        { class: 'RESTRICTED' },
      ])
    }
    expect(await database.query('SELECT * FROM withheld')).toEqual([
      { place: '80_chain', kind: 'document', class: 'RESTRICTED', count: 1 },
    ])
  })

  it('collects what is wrong in every file, and writes nothing', async () => {
    content.write('80_chain/good.md', '# Good\n')
    await run()
    const before = await rowsWithWriters()
    content.write('80_chain/better.md', '# Better\n')
    content.write(`${DOCUMENT}/en.md`, checklist([...ROWS, ROWS[0] ?? '']))
    content.write('80_chain/date.md', '---\nNext Review Date: 2026-02-30\n---\n# Date\n')
    content.write('90_unknown/x.md', '# X\n')
    content.write('roles.yaml', 'roles:\n  a@example.org: [KING]\n')
    expect((await codes()).toSorted()).toEqual([
      'category-unknown',
      'metadata-date',
      'tracker-duplicate',
      'yaml-value',
    ])
    expect(await rowsWithWriters()).toEqual(before)
  })

  it('refuses a translation whose table states other facts, naming both cells', async () => {
    content.write(`${DOCUMENT}/ka.md`, checklist(ROWS, 'ka'))
    content.write(`${DOCUMENT}/en.md`, checklist(ROWS.map(row => row.replace('⚪ TODO', '🟢 DONE'))))
    const [found] = (await run()).diagnostics.filter(({ severity }) => severity === 'error')
    expect(found).toMatchObject({ code: 'translation-disagrees', line: 12, column: 46 })
    expect(found?.file).toMatch(/en\.md$/)
    expect(found?.message).toMatch(/ka\.md:12:46/)
  })

  it('refuses a checklist whose authoritative text lacks the table, and takes a translation without it', async () => {
    content.write(`${DOCUMENT}/en.md`, checklist(ROWS))
    content.write(`${DOCUMENT}/ka.md`, '# სია\n')
    const missing = async () =>
      (await run()).diagnostics
        .filter(({ code }) => code === 'tracker-missing')
        .map(({ severity, file }) => `${severity} ${file.slice(-5)}`)
    expect(await missing()).toEqual(['error ka.md'])
    content.write(`${DOCUMENT}/ka.md`, checklist(ROWS, 'ka'))
    content.write(`${DOCUMENT}/en.md`, '# List\n')
    expect(await missing()).toEqual(['warning en.md'])
    expect(await codes()).toEqual([])
  })

  it('refuses review dates that cannot be, by the day it is in Tbilisi', async () => {
    content.write('80_chain/a.md', '# A\n\nLast Review Date: 2026-03-21\nNext Review Date: 2026-03-01\n')
    expect(await codes()).toEqual(['review-in-future', 'review-order'])
    expect(await codes(new Date('2026-03-20T20:00:00Z'))).toEqual(['review-order'])
  })

  it('refuses links, wherever they lead', async () => {
    symlinkSync('/etc/passwd', path.join(content.folder, 'categories-link.md'))
    mkdirSync(path.join(content.folder, '80_chain'))
    symlinkSync('..', path.join(content.folder, '80_chain', 'loop'))
    expect(await codes()).toEqual(['symlink', 'symlink'])
  })

  it('refuses the same document as a folder and as a file', async () => {
    content.write('80_chain/a.md', '# A\n')
    content.write('80_chain/a/en.md', '# A\n')
    expect(await codes()).toEqual(['document-twice'])
  })
})

describe('the history of texts', () => {
  it('dates revisions by the commits that brought them, and an uncommitted one by its first ingest', async () => {
    content.git('init', '-q')
    content.write('80_chain/a.md', '# One\n')
    const first = content.commit('2026-03-01T10:00:00+04:00')
    content.write('80_chain/a.md', '# Two\n')
    content.commit('2026-03-02T10:00:00+04:00')
    content.write('80_chain/a.md', '# Three\n')
    await run()
    await run(LATER)
    expect(await revisions()).toEqual([
      {
        locale: 'en',
        origin: 'commit',
        recorded_at: new Date('2026-03-01T06:00:00Z'),
        title: 'One',
        commit: first,
        standing: false,
      },
      expect.objectContaining({ origin: 'commit', title: 'Two', standing: false }),
      expect.objectContaining({
        origin: 'ingest',
        title: 'Three',
        recorded_at: NOW,
        commit: null,
        standing: true,
      }),
    ])
  })

  it('lets a text stand at its commit once it is committed', async () => {
    content.git('init', '-q')
    content.write('80_chain/a.md', '# One\n')
    await run()
    content.commit('2026-03-20T15:00:00+04:00')
    const { changed } = await run(LATER)
    expect(changed).toBe(true)
    expect(await revisions()).toEqual([
      expect.objectContaining({ origin: 'ingest', standing: false }),
      expect.objectContaining({ origin: 'commit', standing: true }),
    ])
    expect((await run(LATER)).changed).toBe(false)
  })

  it('follows the first parents of merges, and takes a merge as the revision it made', async () => {
    content.git('init', '-q')
    content.git('checkout', '-qb', 'main')
    content.write('80_chain/a.md', '# One\n')
    content.commit('2026-03-01T10:00:00+04:00')
    content.git('checkout', '-qb', 'side')
    content.write('80_chain/a.md', '# Draft\n')
    content.commit('2026-03-02T10:00:00+04:00')
    content.write('80_chain/a.md', '# Two\n')
    content.commit('2026-03-03T10:00:00+04:00')
    content.git('checkout', '-q', 'main')
    content.git(
      '-c',
      'user.name=T',
      '-c',
      'user.email=t@example.org',
      'merge',
      '-q',
      '--no-ff',
      '--no-edit',
      'side',
    )
    await run()
    expect((await revisions()).map(revision => revision.title)).toEqual(['One', 'Two'])
  })

  it('keeps old states that break rules, and passes over what is no text', async () => {
    content.git('init', '-q')
    content.write(`${DOCUMENT}/en.md`, checklist(ROWS.map(row => row.replace('DONE', 'FINISHED'))))
    content.commit('2026-03-01T10:00:00+04:00')
    content.write(`${DOCUMENT}/en.md`, Buffer.from([0xff, 0xfe, 0x00]))
    content.commit('2026-03-02T10:00:00+04:00')
    content.write(`${DOCUMENT}/en.md`, checklist(ROWS))
    content.commit('2026-03-03T10:00:00+04:00')
    const { diagnostics } = await run()
    expect(diagnostics.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
      'warning history-unreadable',
    ])
    expect(await revisions()).toMatchObject([
      { title: 'Checklist (en)', standing: false },
      { standing: true },
    ])
    expect(await database.query('SELECT number FROM tracker_row')).toHaveLength(3)
  })

  it('says where there is no history', async () => {
    content.write('80_chain/a.md', '# A\n')
    const { diagnostics } = await run()
    expect(diagnostics.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
      'warning history-missing',
    ])
  })

  it('warns of a shallow clone', async () => {
    content.git('init', '-q')
    content.write('80_chain/a.md', '# One\n')
    content.commit('2026-03-01T10:00:00+04:00')
    content.write('80_chain/a.md', '# Two\n')
    content.commit('2026-03-02T10:00:00+04:00')
    const clone = new ContentFolder()
    clone.delete('.')
    content.git('clone', '-q', '--depth', '1', `file://${content.folder}`, clone.folder)
    const { diagnostics } = await ingest({
      contentFolder: clone.folder,
      databaseUrl: database.writeUrl,
      now: NOW,
      onProgress: () => {},
    })
    clone.remove()
    expect(diagnostics.map(found => found.code)).toEqual(['history-shallow'])
  })
})

describe('a ledger', () => {
  it('is projected line by line', async () => {
    content.write(`${DOCUMENT}/en.md`, checklist(ROWS))
    content.write(`${DOCUMENT}/change-log.jsonl`, `${[...BASELINE, CONFIRMED].join('\n')}\n`)
    expect((await run()).counts.lines).toBe(4)
    expect(
      await database.query('SELECT kind, workstream, note FROM ledger_line JOIN ledger_note USING (line)'),
    ).toEqual([{ kind: 'baseline', workstream: 3, note: { ka: 'გასაღები აკლია', en: 'No key' } }])
  })

  it('must agree with the table', async () => {
    content.write(`${DOCUMENT}/en.md`, checklist(ROWS.map(row => row.replace('2026-03-09', '2026-03-16'))))
    content.write(`${DOCUMENT}/change-log.jsonl`, `${BASELINE.join('\n')}\n`)
    expect(await codes()).toEqual(['table-disagrees'])
  })

  it('may not lose a line that was ingested', async () => {
    content.write(`${DOCUMENT}/en.md`, checklist(ROWS))
    content.write(`${DOCUMENT}/change-log.jsonl`, `${[...BASELINE, CONFIRMED].join('\n')}\n`)
    await run()
    content.write(`${DOCUMENT}/change-log.jsonl`, `${BASELINE.join('\n')}\n`)
    expect(await codes()).toEqual(['ledger-rewritten'])
    content.delete(`${DOCUMENT}/change-log.jsonl`)
    expect(await codes()).toEqual([
      'ledger-rewritten',
      'ledger-rewritten',
      'ledger-rewritten',
      'ledger-rewritten',
    ])
  })

  it('may not lose a line that was committed, even where the database is new', async () => {
    content.git('init', '-q')
    content.write(`${DOCUMENT}/en.md`, checklist(ROWS))
    content.write(`${DOCUMENT}/change-log.jsonl`, `${[...BASELINE, CONFIRMED].join('\n')}\n`)
    content.commit('2026-03-06T13:00:00+04:00')
    content.write(`${DOCUMENT}/change-log.jsonl`, `${BASELINE.join('\n')}\n`)
    content.commit('2026-03-07T13:00:00+04:00')
    expect(await codes()).toEqual(['ledger-rewritten'])
  })

  it('may not go with its document, nor move with it', async () => {
    const ledger = `${[...BASELINE, CONFIRMED].join('\n')}\n`
    const lost = async (now = NOW) => {
      const { diagnostics } = await run(now)
      return diagnostics
        .filter(({ severity }) => severity === 'error')
        .map(({ code, file }) => `${code} ${file.slice(file.indexOf('80_chain'))}`)
    }
    const expected = [`ledger-rewritten ${DOCUMENT}/change-log.jsonl`]
    content.write('80_chain/other.md', '# Other\n')
    content.write(`${DOCUMENT}/en.md`, checklist(ROWS))
    content.write(`${DOCUMENT}/change-log.jsonl`, ledger)
    await run()
    content.delete(DOCUMENT)
    expect(await lost()).toEqual(expected)
    content.write('80_chain/moved/en.md', checklist(ROWS))
    content.write('80_chain/moved/change-log.jsonl', ledger)
    expect(await lost()).toEqual(expected)
  })

  it('may not go with its document from git, even where the database is new', async () => {
    content.git('init', '-q')
    content.write('80_chain/other.md', '# Other\n')
    content.write(`${DOCUMENT}/en.md`, checklist(ROWS))
    content.write(`${DOCUMENT}/change-log.jsonl`, `${[...BASELINE, CONFIRMED].join('\n')}\n`)
    content.write('80_chain/stray/change-log.jsonl', `${CONFIRMED}\n`)
    content.commit('2026-03-06T13:00:00+04:00')
    content.delete(DOCUMENT)
    content.delete('80_chain/stray')
    content.commit('2026-03-07T13:00:00+04:00')
    const errors = (await run()).diagnostics.filter(({ severity }) => severity === 'error')
    expect(errors).toMatchObject([
      { code: 'ledger-rewritten', file: expect.stringContaining(`${DOCUMENT}/change-log.jsonl`) },
    ])
    expect(errors[0]?.message).toContain('with its 4 lines')
  })

  it('is not missed where only its document cannot be read', async () => {
    content.write(`${DOCUMENT}/en.md`, checklist(ROWS))
    content.write(`${DOCUMENT}/change-log.jsonl`, `${BASELINE.join('\n')}\n`)
    await run()
    content.write(`${DOCUMENT}/en.md`, '---\nClass: SECRET\n---\n')
    expect(await codes()).toEqual(['metadata-value'])
  })
})
