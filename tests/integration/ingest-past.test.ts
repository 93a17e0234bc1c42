import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ingest } from '#features/ingest/ingest.ts'
import { ContentFolder, checklist, ROWS } from '#tests/integration/content-folder.ts'
import { createTestDatabase, type TestDatabase } from '#tests/integration/database.ts'
import { readAsGuest } from '#tests/integration/guest.ts'

const FILE = '80_chain/a.md'
const PATH = '80_chain/a'

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

const run = (now: string, into = database) =>
  ingest({
    contentFolder: content.folder,
    databaseUrl: into.writeUrl,
    now: new Date(now),
    onProgress: () => {},
  })

/** What a guest reads of the document as each of these days ended. */
const pagesOn = (days: readonly string[], of = database) => readAsGuest(of, PATH, days)

/** Revision and pages of past days, here and in a database that sees this content for the first time. */
async function hereAndAfresh(now: string, days: readonly string[]) {
  const fresh = await createTestDatabase()
  try {
    const [here, there] = [await run(now), await run(now, fresh)]
    return {
      here: { revision: here.revision, pages: await pagesOn(days) },
      afresh: { revision: there.revision, pages: await pagesOn(days, fresh) },
    }
  } finally {
    await fresh.drop()
  }
}

describe('a day gone by', () => {
  it('does not show a draft that was ingested and taken back', async () => {
    content.git('init', '-q')
    content.write(FILE, '# One\n')
    const commit = content.commit('2026-03-01T10:00:00+04:00')
    const { revision } = await run('2026-03-10T08:00:00Z')
    content.write(FILE, '# Draft\n')
    await run('2026-03-11T08:00:00Z')
    expect(await pagesOn(['2026-03-11'])).toMatchObject([{ title: 'Draft' }])
    content.write(FILE, '# One\n')
    const { here, afresh } = await hereAndAfresh('2026-03-12T08:00:00Z', ['2026-03-05', '2026-03-11'])
    expect(here).toEqual(afresh)
    expect(here.revision).toBe(revision)
    expect(here.pages).toMatchObject([
      { title: 'One', commit, recordedSince: '2026-03-01' },
      { title: 'One', commit, recordedSince: '2026-03-01' },
    ])
  })

  it('does not show a draft once what came of it is committed', async () => {
    content.git('init', '-q')
    content.write(FILE, '# Draft\n')
    await run('2026-03-01T08:00:00Z')
    content.write(FILE, '# One\n')
    content.commit('2026-03-05T10:00:00+04:00')
    const { here, afresh } = await hereAndAfresh('2026-03-12T08:00:00Z', ['2026-03-02', '2026-03-06'])
    expect(here).toEqual(afresh)
    expect(here.pages).toMatchObject([{ title: 'One' }, { title: 'One' }])
  })

  it('does not show a commit that is no longer in the history', async () => {
    content.git('init', '-q')
    content.write(FILE, '# One\n')
    content.commit('2026-03-01T10:00:00+04:00')
    content.write(FILE, '# Wrong\n')
    content.commit('2026-03-02T10:00:00+04:00')
    await run('2026-03-10T08:00:00Z')
    content.git('reset', '-q', '--hard', 'HEAD~1')
    const { here, afresh } = await hereAndAfresh('2026-03-12T08:00:00Z', ['2026-03-01', '2026-03-10'])
    expect(here).toEqual(afresh)
    expect(here.pages).toMatchObject([{ title: 'One' }, { title: 'One' }])
  })

  it('names the commit that is in the history, where a commit of the same second was amended', async () => {
    content.git('init', '-q')
    content.write(FILE, '# One\n')
    content.write('80_chain/b.md', '# B\n')
    content.commit('2026-03-01T10:00:00+04:00')
    await run('2026-03-10T08:00:00Z')
    content.git('update-ref', '-d', 'HEAD')
    content.write('80_chain/b.md', '# Better\n')
    const amended = content.commit('2026-03-01T10:00:00+04:00')
    const { here, afresh } = await hereAndAfresh('2026-03-12T08:00:00Z', ['2026-03-10'])
    expect(here).toEqual(afresh)
    expect(here.pages).toMatchObject([{ title: 'One', commit: amended }])
  })

  it('shows the last of the commits of one second', async () => {
    content.git('init', '-q')
    for (const title of ['One', 'Two', 'One']) {
      content.write(FILE, `# ${title}\n`)
      content.commit('2026-03-01T10:00:00+04:00')
    }
    await run('2026-03-10T08:00:00Z')
    expect(await pagesOn(['2026-03-09'])).toMatchObject([{ title: 'One' }])
  })

  it('without git shows what was ingested by then, also once it has changed', async () => {
    content.write(FILE, '# One\n')
    await run('2026-03-10T08:00:00Z')
    content.write(FILE, '# Two\n')
    await run('2026-03-11T08:00:00Z')
    content.write(FILE, '# One\n')
    await run('2026-03-12T08:00:00Z')
    expect(await pagesOn(['2026-03-10', '2026-03-11', '2026-03-12'])).toMatchObject([
      { title: 'One', recordedAt: '2026-03-10' },
      { title: 'Two', recordedAt: '2026-03-11' },
      { title: 'One', recordedAt: '2026-03-12' },
    ])
  })
})

describe('a document that becomes public', () => {
  const text = (title: string, kind?: string) =>
    `${kind === undefined ? '' : `---\nClass: ${kind}\n---\n`}# ${title}\n`

  it('keeps to itself what it said while it was not', async () => {
    content.git('init', '-q')
    content.write(FILE, text('Secret', 'INTERNAL'))
    content.commit('2026-03-01T10:00:00+04:00')
    await run('2026-03-02T08:00:00Z')
    content.write(FILE, text('Open'))
    content.commit('2026-03-03T10:00:00+04:00')
    const { here, afresh } = await hereAndAfresh('2026-03-12T08:00:00Z', ['2026-03-02', '2026-03-04'])
    expect(here).toEqual(afresh)
    expect(here.pages).toMatchObject([{ title: 'Open', recordedSince: '2026-03-03' }, { title: 'Open' }])
  })

  it('keeps to itself what its translations said meanwhile, and shows what they say now', async () => {
    content.git('init', '-q')
    content.write(`${PATH}/ka.md`, text('ფარული', 'RESTRICTED'))
    content.write(`${PATH}/en.md`, text('Secret'))
    content.commit('2026-03-01T10:00:00+04:00')
    content.write(`${PATH}/ka.md`, text('ღია', 'PUBLIC'))
    content.write(`${PATH}/en.md`, text('Open'))
    content.commit('2026-03-03T10:00:00+04:00')
    await run('2026-03-12T08:00:00Z')
    expect(
      await database.query('SELECT title, class FROM text_revision ORDER BY recorded_at, locale'),
    ).toEqual([
      { title: 'Secret', class: 'RESTRICTED' },
      { title: 'ფარული', class: 'RESTRICTED' },
      { title: 'Open', class: 'PUBLIC' },
      { title: 'ღია', class: 'PUBLIC' },
    ])
  })

  it('does not publish the tracker rows of a revision that stays withheld', async () => {
    content.git('init', '-q')
    content.write(`${PATH}/en.md`, checklist(ROWS).replace('---\n\n#', 'Class: INTERNAL\n---\n\n#'))
    content.commit('2026-03-01T10:00:00+04:00')
    content.write(`${PATH}/en.md`, checklist(ROWS))
    content.commit('2026-03-03T10:00:00+04:00')
    await run('2026-03-12T08:00:00Z')
    expect(
      await database.query('SELECT class, count(*)::int FROM tracker_row GROUP BY class ORDER BY class'),
    ).toEqual([
      { class: 'PUBLIC', count: 3 },
      { class: 'INTERNAL', count: 3 },
    ])
  })

  it('does not become so by being deleted, nor by its category', async () => {
    content.write(FILE, text('Secret', 'INTERNAL'))
    content.write('80_chain/b.md', text('Other'))
    await run('2026-03-02T08:00:00Z')
    content.delete(FILE)
    content.delete('80_chain/b.md')
    content.write('80_chain/c.md', text('C'))
    const policy = 'categories.yaml'
    const before = content.read(policy)
    content.write(policy, before.replace('PUBLIC', 'RESTRICTED'))
    await run('2026-03-03T08:00:00Z')
    content.write(policy, before)
    await run('2026-03-04T08:00:00Z')
    expect(await database.query('SELECT title, class FROM text_revision ORDER BY title')).toEqual([
      { title: 'C', class: 'PUBLIC' },
      { title: 'Other', class: 'RESTRICTED' },
      { title: 'Secret', class: 'RESTRICTED' },
    ])
  })
})

describe('the text of a revision', () => {
  const UPDATES = ["hash = repeat('0', 64)", "markdown = 'x'", "locale = 'ka'", "commit = 'x'"]

  it('cannot be rewritten or removed, whoever asks', async () => {
    content.write(FILE, '# One\n')
    await run('2026-03-02T08:00:00Z')
    for (const update of UPDATES)
      await expect(database.query(`UPDATE text_revision SET ${update}`)).rejects.toThrow('insert-only')
    await expect(database.query('DELETE FROM text_revision')).rejects.toThrow('insert-only')
    await expect(database.query('TRUNCATE text_revision CASCADE')).rejects.toThrow('insert-only')
  })

  it('is read again by a portal that reads texts otherwise than the one that stored it', async () => {
    content.git('init', '-q')
    content.write(`${PATH}/en.md`, checklist(ROWS))
    content.commit('2026-03-01T10:00:00+04:00')
    content.write(`${PATH}/en.md`, checklist(ROWS.slice(0, 1)))
    content.commit('2026-03-03T10:00:00+04:00')
    await run('2026-03-12T08:00:00Z')
    const read = () =>
      Promise.all([
        database.query('SELECT * FROM text_revision ORDER BY id'),
        database.query('SELECT * FROM tracker_row ORDER BY text_revision_id, number'),
        database.query('SELECT * FROM text_section ORDER BY text_revision_id, position'),
        database.query('SELECT * FROM workstream ORDER BY number'),
        database.query('SELECT projection_version FROM portal'),
      ])
    const before = await read()
    await database.query(
      "UPDATE text_revision SET title = 'As it once was', version = 'x', owner_role = NULL",
    )
    await database.query("UPDATE tracker_row SET title = 'Other' WHERE number = 1")
    await database.query('DELETE FROM tracker_row WHERE number > 1')
    await database.query('DELETE FROM text_section WHERE position = 0')
    await database.query('DELETE FROM workstream WHERE number = 3')
    expect((await run('2026-03-13T08:00:00Z')).changed).toBe(false)
    await database.query("UPDATE portal SET projection_version = 0, revision = 'older'")
    expect((await run('2026-03-13T08:00:00Z')).changed).toBe(true)
    expect(await read()).toEqual(before)
    expect((await run('2026-03-14T08:00:00Z')).changed).toBe(false)
  })
})

describe('the first page', () => {
  it('shows the first document that is a checklist by its authoritative text on that day', async () => {
    content.git('init', '-q')
    content.write('80_chain/a/ka.md', '# Words\n')
    content.commit('2026-03-01T10:00:00+04:00')
    content.write('80_chain/a/ka.md', checklist(ROWS))
    content.write('80_chain/b/ka.md', checklist(ROWS).replace('TEST-CHECKLIST', 'ANOTHER'))
    content.commit('2026-03-05T10:00:00+04:00')
    await run('2026-03-12T08:00:00Z')
    expect(await pagesOn(['2026-03-04', '2026-03-06'])).toMatchObject([
      { firstChecklist: '80_chain/b' },
      { firstChecklist: '80_chain/a' },
    ])
  })
})
