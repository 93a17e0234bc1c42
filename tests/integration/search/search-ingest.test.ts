import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Scope } from '#features/access/scope-model.ts'
import { ingest } from '#features/ingest/ingest.ts'
import { ContentFolder } from '#tests/integration/content-folder.ts'
import { createTestDatabase, type TestDatabase } from '#tests/integration/database.ts'
import { openSearcher, type Searcher } from '#tests/integration/search/searcher.ts'

const content = new ContentFolder()
let database: TestDatabase
let searcher: Searcher

const text = (kind: string, words: string) =>
  `---\nClass: ${kind}\n---\n\n# სათაური\n\n## ნაწილი\n\n${words}\n`

const take = async (now: string) => {
  const { changed, diagnostics } = await ingest({
    contentFolder: content.folder,
    databaseUrl: database.writeUrl,
    now: new Date(now),
    onProgress: () => {},
  })
  if (diagnostics.some(({ severity }) => severity === 'error')) throw new Error(JSON.stringify(diagnostics))
  return changed
}

beforeAll(async () => {
  database = await createTestDatabase()
  content.git('init', '-q')
  content.write('80_chain/open/ka.md', text('PUBLIC', 'ჩანართი პირველია.'))
  content.write('80_chain/closed/ka.md', text('RESTRICTED', 'საიდუმლოა ზღარბი.'))
  content.commit('2026-03-02T10:00:00+04:00')
  content.write('80_chain/open/ka.md', text('PUBLIC', 'დამატება მეორეა.'))
  content.commit('2026-03-12T10:00:00+04:00')
  await take('2026-03-13T10:00:00Z')
  searcher = openSearcher(database.viewUrls)
})

afterAll(async () => {
  searcher.close()
  await database.drop()
  content.remove()
})

const total = async (asked: { text: string; day?: string; scope?: Scope }) =>
  (await searcher.ask(asked)).total

describe('what search knows', () => {
  it('is the texts of the day that is asked for', async () => {
    expect([await total({ text: 'ჩანართი' }), await total({ text: 'დამატება' })]).toEqual([0, 1])
    const then = '2026-03-05'
    expect([
      await total({ text: 'ჩანართი', day: then }),
      await total({ text: 'დამატება', day: then }),
    ]).toEqual([1, 0])
    expect(await total({ text: 'ჩანართი', day: '2026-03-01' })).toBe(0)
  })

  it('is kept from whom it is not for: rows, words, and words like it', async () => {
    for (const scope of ['guest', 'owner'] as const) expect(await total({ text: 'ზღარბი', scope })).toBe(0)
    for (const scope of ['reviewer', 'admin'] as const) {
      expect(await total({ text: 'ზღარბი', scope })).toBe(1)
      expect(await total({ text: 'ჩანართი დამატება', scope })).toBeGreaterThan(0)
    }
    expect((await searcher.ask({ text: 'ზღარბბი' })).replaced).toEqual([])
    expect(await database.query('SELECT 1 FROM search_text_restricted')).not.toEqual([])
  })

  it('leaves with a text that is closed, its words too', async () => {
    expect(await total({ text: 'დამატება' })).toBe(1)
    content.write('80_chain/open/ka.md', text('RESTRICTED', 'დამატება მეორეა.'))
    content.commit('2026-03-13T10:00:00+04:00')
    expect(await take('2026-03-14T10:00:00Z')).toBe(true)
    expect(await total({ text: 'დამატება' })).toBe(0)
    expect(await database.query("SELECT 1 FROM search_word_public WHERE key LIKE 'damat%'")).toEqual([])
  })

  it('is not written again where nothing changed', async () => {
    const rows = await database.query('SELECT max(id) AS id FROM search_text')
    expect(await take('2026-03-15T10:00:00Z')).toBe(false)
    expect(await database.query('SELECT max(id) AS id FROM search_text')).toEqual(rows)
  })

  it('depends on no locale: the server has none but that of letters', async () => {
    const [row] = await database.query<{ keys: number }>(
      "SELECT count(*)::int AS keys FROM search_word WHERE key !~ '^[a-z0-9]+$'",
    )
    expect(row?.keys).toBe(0)
  })
})
