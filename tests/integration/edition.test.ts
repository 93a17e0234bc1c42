import { afterAll, beforeAll, expect, test } from 'vitest'
import { viewVariables } from '#features/access/view-urls-model.ts'
import { ingest } from '#features/ingest/ingest.ts'
import { readContent } from '#features/portal/edition-queries.ts'
import { pollPool } from '#prisma/view-pool.ts'
import { textAnswer } from '#server/answer.ts'
import { contentEditions } from '#server/edition.ts'
import { createPageCache, Unavailable } from '#server/page-cache.ts'
import { createRenderQueue } from '#server/render-queue.ts'
import { ContentFolder, checklist, ROWS } from '#tests/integration/content-folder.ts'
import { createTestDatabase, type TestDatabase } from '#tests/integration/database.ts'

const START = Date.parse('2026-03-12T08:00:00Z')

let database: TestDatabase
const content = new ContentFolder()

const run = () =>
  ingest({
    contentFolder: content.folder,
    databaseUrl: database.writeUrl,
    now: new Date(START),
    onProgress: () => {},
  })

beforeAll(async () => {
  database = await createTestDatabase()
  Object.assign(process.env, viewVariables(database.viewUrls))
  content.write('80_chain/checklist/en.md', checklist(ROWS))
})

afterAll(async () => {
  await pollPool().end()
  content.remove()
  await database.drop()
})

test('content that another version projected is unavailable until this version has ingested it', async () => {
  const clock = { now: START }
  const editions = contentEditions(readContent, () => clock.now)
  const cache = createPageCache({
    editions,
    queue: createRenderQueue(),
    bytes: 1_000_000,
    isCore: () => false,
    isPassing: () => false,
    onFault: () => {},
    now: () => clock.now,
  })
  const get = (target: string) => cache.get(target, async () => textAnswer(200, 'words'))

  await expect(editions.confirm()).rejects.toThrow('Nothing has been ingested yet.')
  await run()
  await editions.confirm()
  expect((await get('/en')).source).toBe('rendered')

  await database.query('UPDATE portal SET projection_version = projection_version - 1')
  await expect(editions.confirm()).rejects.toThrow('ingest it with this version')
  clock.now += 60_000
  expect((await get('/en')).source).toBe('stale')
  await expect(get('/ka')).rejects.toThrow(Unavailable)

  expect((await run()).changed).toBe(true)
  await editions.confirm()
  expect((await get('/ka')).source).toBe('rendered')
})
