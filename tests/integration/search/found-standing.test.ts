import { afterAll, beforeAll, expect, it } from 'vitest'
import { ingest } from '#features/ingest/ingest.ts'
import { ContentFolder } from '#tests/integration/content-folder.ts'
import { createTestDatabase, type TestDatabase } from '#tests/integration/database.ts'
import { ledgerLine } from '#tests/integration/ledger-story.ts'
import { openSearcher, type Searcher } from '#tests/integration/search/searcher.ts'

const RULE = '80_chain/rule'
const PLAN = '80_chain/plan'

const content = new ContentFolder()
let database: TestDatabase
let searcher: Searcher

const georgian = (words: string) => `# წესი\n\n## 1. პირველი\n\n${words}\n\n## 2. მეორე\n\nმტკიცე.\n`
const english = (base: string) =>
  `---\nBased On: { ${base} }\n---\n\n# Zebra rule\n\n## 1. Pelican\n\nWalrus.\n\n## 2. Heron\n\nOtter.\n`

const plan = `---
Owner Role: CHAIN_OFFICER
Last Review Date: 2026-03-04
---

# Plan

| # | Workstream | Owner Role | Target Date | Status |
| - | --- | --- | --- | --- |
| 1 | First | CHAIN_OFFICER | 2026-03-04 | DONE |
`

const noted = (at: string, note: object) =>
  ledgerLine({ recordedAt: at, for: '2026-03-06', kind: 'confirm', note })

const take = async () => {
  const { diagnostics } = await ingest({
    contentFolder: content.folder,
    databaseUrl: database.writeUrl,
    now: new Date('2026-03-21T08:00:00Z'),
    onProgress: () => {},
  })
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new Error(JSON.stringify(errors))
}

beforeAll(async () => {
  database = await createTestDatabase()
  content.git('init', '-q')
  content.write(`${RULE}/ka.md`, georgian('ერთი.'))
  content.write(`${PLAN}/ru.md`, plan)
  content.write(
    `${PLAN}/change-log.jsonl`,
    `${[
      ledgerLine({}),
      noted('2026-03-04T10:00:00+04:00', { en: 'Walnut in English alone' }),
      noted('2026-03-04T11:00:00+04:00', { ka: 'ქართული ზღარბი', en: 'A hedgehog in two languages' }),
    ].join('\n')}\n`,
  )
  content.commit('2026-03-04T12:00:00+04:00')
  await take()
  const rows = await database.query<{ key: string; hash: string }>(
    `SELECT key, hash FROM text_section WHERE document_path = '${RULE}'`,
  )
  const said = new Map(rows.map(({ key, hash }) => [key, hash]))
  content.write(`${RULE}/ka.md`, georgian('ორი.'))
  content.commit('2026-03-10T10:00:00+04:00')
  content.write(`${RULE}/ka.md`, georgian('სამი.'))
  content.write(`${RULE}/en.md`, english(`top: ${said.get('top')}, w-1: ${said.get('w-1')}`))
  content.commit('2026-03-20T10:00:00+04:00')
  await take()
  searcher = openSearcher(database.viewUrls)
})

afterAll(async () => {
  searcher.close()
  await database.drop()
  content.remove()
})

const first = async (text: string) => (await searcher.ask({ text, locale: 'en' })).items[0]

it('says of a section how far its title and its words are behind, and of its document the same', async () => {
  const behind = await first('walrus')
  expect(behind?.title).toMatchObject({ text: 'Pelican', authority: 'source', behind: 2 })
  expect(behind?.snippet).toMatchObject({ lang: 'en', prevailing: 'ka', behind: 2 })
  expect(behind?.document).toEqual({ text: 'Zebra rule', lang: 'en', authority: 'source' })
})

it('says of a section that names no base that it is not known', async () => {
  const unsaid = await first('otter')
  expect(unsaid?.title).toMatchObject({ text: 'Heron', behind: null })
  expect(unsaid?.snippet).toMatchObject({ behind: null })
})

it('says nothing of the kind of words that prevail', async () => {
  const { items } = await searcher.ask({ text: 'სამი', locale: 'ka' })
  expect(items[0]?.title).toEqual({ text: 'პირველი', lang: 'ka', authority: 'authoritative' })
  expect(items[0]?.snippet).not.toHaveProperty('behind')
})

it('gives a note the authority that the history gives it, whatever languages its document has', async () => {
  expect((await first('walnut'))?.snippet).toMatchObject({
    lang: 'en',
    authority: 'authoritative',
    prevailing: 'en',
  })
  expect((await first('hedgehog'))?.snippet).toMatchObject({
    lang: 'en',
    authority: 'translation',
    prevailing: 'ka',
  })
  expect((await first('ზღარბი'))?.snippet).toMatchObject({ lang: 'ka', authority: 'authoritative' })
})

it('leads to the part of the history that begins with the note', async () => {
  expect((await first('walnut'))?.path).toBe(`/docs/${PLAN}/1?before=3#history`)
  expect((await first('hedgehog'))?.path).toBe(`/docs/${PLAN}/1?before=4#history`)
})
