import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { viewVariables } from '#features/access/view-urls-model.ts'
import { ingest } from '#features/ingest/ingest.ts'
import { ContentFolder } from '#tests/integration/content-folder.ts'
import { createTestDatabase, type TestDatabase } from '#tests/integration/database.ts'

const CHILD = path.join(import.meta.dirname, 'shelf-child.ts')
const content = new ContentFolder()
let database: TestDatabase

type Shelf = readonly [paths: readonly string[], hasMore: boolean]

async function shelves(category: string, ...pages: readonly string[]): Promise<(readonly Shelf[] | null)[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [CHILD, category, ...pages], {
    env: { ...process.env, ...viewVariables(database.viewUrls) },
  })
  return stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
}

beforeAll(async () => {
  database = await createTestDatabase()
  content.git('init', '-q')
  const write = (nth: number) =>
    content.write(`80_chain/d-${String(nth).padStart(3, '0')}/en.md`, `# D ${nth}\n`)
  for (let nth = 1; nth <= 5; nth += 1) write(nth)
  content.commit('2026-03-02T10:00:00+04:00')
  for (let nth = 6; nth <= 112; nth += 1) write(nth)
  content.commit('2026-03-12T10:00:00+04:00')
  await ingest({
    contentFolder: content.folder,
    databaseUrl: database.writeUrl,
    now: new Date('2026-03-13T10:00:00Z'),
    onProgress: () => {},
  })
})

afterAll(async () => {
  await database.drop()
  content.remove()
})

describe('the library', () => {
  it('shows the beginning of a category, and that there is more', async () => {
    const [every] = await shelves('', '1')
    expect(every).toHaveLength(1)
    expect(every?.[0]?.[0]).toHaveLength(8)
    expect(every?.[0]?.[1]).toBe(true)
  })

  it('shows every document of a category once, in their order, on its pages', async () => {
    const pages = await shelves('80_chain', '1', '2', '3')
    const paths = pages.flatMap(page => page?.[0]?.[0] ?? [])
    expect(paths).toHaveLength(112)
    expect(paths).toEqual([...new Set(paths)].toSorted())
    expect(pages.map(page => page?.[0]?.[1])).toEqual([true, true, false])
  })

  it('shows of a day gone by what had a record then', async () => {
    const [then, before] = await shelves('80_chain', '1@2026-03-05', '1@2026-03-01')
    expect(then?.[0]).toEqual([
      ['80_chain/d-001', '80_chain/d-002', '80_chain/d-003', '80_chain/d-004', '80_chain/d-005'],
      false,
    ])
    expect(before?.[0]).toEqual([[], false])
  })

  it('knows no page after the last', async () => {
    expect(await shelves('80_chain', '4', '99999', '2@2026-03-05')).toEqual([null, null, null])
    expect(await shelves('80_chain', '1@2026-03-01')).toEqual([[[[], false]]])
  })

  it('knows no category that there is not', async () => {
    expect(await shelves('99_none', '1')).toEqual([null])
  })
})
