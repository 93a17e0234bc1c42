import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ingest } from '#features/ingest/ingest.ts'
import { createTestDatabase, type TestDatabase } from '#tests/integration/database.ts'
import { searchedContent } from '#tests/integration/search/fixture-content.ts'
import { QUERIES } from '#tests/integration/search/queries.ts'
import { openSearcher, type Searcher } from '#tests/integration/search/searcher.ts'
import { writeReportedEvidence } from '#tests/setup/reported-evidence.ts'

let database: TestDatabase
let searcher: Searcher

const CHECKLIST = '/docs/80_chain/no-rework-migration-checklist'

beforeAll(async () => {
  database = await createTestDatabase()
  const content = searchedContent()
  const evidenceFolder = mkdtempSync(path.join(tmpdir(), 'mza-evidence-'))
  writeReportedEvidence(evidenceFolder)
  const { diagnostics } = await ingest({
    contentFolder: content.folder,
    evidenceFolder,
    databaseUrl: database.writeUrl,
    now: new Date(),
    onProgress: () => {},
  })
  content.remove()
  rmSync(evidenceFolder, { recursive: true })
  if (diagnostics.some(({ severity }) => severity === 'error')) throw new Error(JSON.stringify(diagnostics))
  searcher = openSearcher(database.viewUrls)
})

afterAll(async () => {
  searcher.close()
  await database.drop()
})

describe('what is expected is among the first five', () => {
  it.each(Object.entries(QUERIES))('for at least 19 of 20 queries: %s', async (_, queries) => {
    const missed: string[] = []
    for (const [text, expected] of queries) {
      const { items } = await searcher.ask({ text })
      const paths = items.slice(0, 5).map(item => item.path)
      if (!paths.some(found => found.startsWith(expected))) missed.push(`${text}: ${paths.join(' ')}`)
    }
    expect(missed.length / queries.length, missed.join('\n')).toBeLessThanOrEqual(0.05)
  })

  it('of at least 60 queries', () => {
    expect(Object.values(QUERIES).flat().length).toBeGreaterThanOrEqual(60)
  })
})

describe('a search', () => {
  it('leads to one item from either language, and calls it in the reader’s', async () => {
    const [georgian, english] = [
      await searcher.ask({ text: 'იდემპოტენტურობა', locale: 'en' }),
      await searcher.ask({ text: 'idempotency', locale: 'ka' }),
    ]
    expect(georgian.items[0]?.path).toBe(`${CHECKLIST}/3`)
    expect(english.items[0]?.path).toBe(`${CHECKLIST}/3`)
    expect(georgian.items[0]?.title).toMatchObject({ lang: 'en', authority: 'source' })
    expect(english.items[0]?.title).toMatchObject({ lang: 'ka', authority: 'authoritative' })
    expect(georgian.items[0]?.languages).toEqual(['ka'])
    expect(georgian.items.filter(({ path: found }) => found === `${CHECKLIST}/3`)).toHaveLength(1)
  })

  it('marks what was found, and says in which language that is and what it counts for', async () => {
    const { items } = await searcher.ask({ text: 'terraform', language: 'en', locale: 'ka' })
    const [snippet] = items.flatMap(item => item.snippet ?? [])
    expect(snippet).toMatchObject({ lang: 'en', authority: 'source', prevailing: 'ka' })
    expect(snippet?.pieces.filter(({ isMatch }) => isMatch).map(({ text }) => text.toLowerCase())).toContain(
      'terraform',
    )
  })

  it('finds what an identifier names before what mentions it', async () => {
    expect((await searcher.ask({ text: 'GOS-80-CHAIN' })).items[0]?.path).toMatch(/^\/docs\/80_chain\//)
    expect((await searcher.ask({ text: 'GOS-60-KEYS' })).items[0]?.path).toBe(
      '/docs/60_technical_specs/key-management',
    )
    const owned = await searcher.ask({ text: 'ORCHESTRATION_ENGINEER' })
    expect(
      owned.items
        .slice(0, 2)
        .map(item => item.path)
        .toSorted(),
    ).toEqual([`${CHECKLIST}/3`, `${CHECKLIST}/5`])
  })

  it('finds runs by id, topic and check, and records by intent and event', async () => {
    expect((await searcher.ask({ text: 'dev-smoke-2026-03-13' })).items[0]?.path).toBe(
      '/evidence/dev/dev-smoke-2026-03-13',
    )
    const byTopic = await searcher.ask({ text: 'mint.requested' })
    expect(byTopic.items.map(({ kind }) => kind)).toContain('run')
    expect((await searcher.ask({ text: 'dlq-complete' })).items.map(({ kind }) => kind)).toContain('run')
    const [record] = (await searcher.ask({ text: 'intent-ka-1', scope: 'owner' })).items
    expect(record).toMatchObject({ kind: 'record' })
    expect(record?.path).toBe('/evidence/stage/stage-smoke-2026-03-24?intent=intent-ka-1#records')
    const [row] = await database.query<{ id: string }>(
      'SELECT event_id AS id FROM evidence_record WHERE event_id IS NOT NULL LIMIT 1',
    )
    for (const scope of ['owner', 'reviewer', 'admin'] as const) {
      const { items, withheld } = await searcher.ask({ text: row?.id ?? '', scope })
      expect([items[0]?.kind, withheld]).toEqual(['record', []])
    }
  })

  it('says to a guest how many records it did not look at, the same whether there is such an id', async () => {
    const [{ count } = { count: 0 }] = await database.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM evidence_record JOIN standing_run USING (run)',
    )
    for (const text of ['intent-ka-1', 'intent-xx-1']) {
      const { items, withheld } = await searcher.ask({ text })
      expect(items.filter(({ kind }) => kind === 'record')).toEqual([])
      expect(withheld).toEqual([{ what: 'unsearched', count, class: 'INTERNAL' }])
    }
    expect((await searcher.ask({ text: 'terraform' })).withheld).toEqual([])
  })

  it('forgives mistakes and says what it took the word for', async () => {
    const { replaced } = await searcher.ask({ text: 'დაკვრივებადობა' })
    expect(replaced[0]?.asked).toBe('დაკვრივებადობა')
    expect(replaced[0]?.found.some(word => word.startsWith('დაკვირვებად'))).toBe(true)
  })

  it('finds some of the words where no text has them all, and says so', async () => {
    const { whole, total } = await searcher.ask({ text: 'პაროლები კრიპტოგრაფიული განგაში' })
    expect(whole).toBe(0)
    expect(total).toBeGreaterThan(2)
  })

  it('is narrowed by category, status and language', async () => {
    const wish = { text: 'უსაფრთხოება' }
    const everywhere = await searcher.ask(wish)
    const normative = await searcher.ask({ ...wish, category: '10_normative' })
    expect(normative.total).toBeGreaterThan(0)
    expect(normative.total).toBeLessThan(everywhere.total)
    expect(normative.items.every(({ category }) => category === '10_normative')).toBe(true)
    const blocked = await searcher.ask({ text: 'ინფრასტრუქტურა', status: 'BLOCKED' })
    expect(blocked.items.map(({ path: found, status }) => [found, status])).toContainEqual([
      `${CHECKLIST}/10`,
      'BLOCKED',
    ])
    expect(blocked.items.every(({ status }) => status === 'BLOCKED')).toBe(true)
    expect((await searcher.ask({ text: 'idempotency', language: 'ka' })).total).toBe(0)
  })

  it('shows ten items a page, every one once', async () => {
    const text = 'ჩანაწერი გასაღები პაროლი განგაში მტკიცებულება'
    const { pages, total } = await searcher.ask({ text })
    const paths: string[] = []
    for (let page = 1; page <= pages; page += 1)
      paths.push(...(await searcher.ask({ text, page })).items.map(({ kind, path: found }) => kind + found))
    expect(pages).toBeGreaterThan(1)
    expect(paths).toHaveLength(total)
    expect(new Set(paths).size).toBe(total)
  })

  it('asks the index also as a guest, past whose policies no row is compared', async () => {
    const guest = new pg.Client({ connectionString: database.viewUrls.guest })
    await guest.connect()
    await guest.query('SET enable_seqscan = off')
    const { rows } = await guest.query(
      `EXPLAIN SELECT id FROM search_text_public WHERE vector @@ '''kapka'''::tsquery`,
    )
    await guest.end()
    expect(JSON.stringify(rows)).toContain('Bitmap Index Scan on search_text_public_vector_idx')
  })
})

describe('any bytes', () => {
  it('are a query that is answered, in a second', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 2048 }).map(data => new TextDecoder().decode(data)),
      fc.string({ unit: 'binary', maxLength: 700 }),
      fc.string({ unit: fc.constantFrom(...`' "\\:*&|!<>()%_@=-. აბკ`), maxLength: 2048 }),
      fc.constantFrom(
        'ა'.repeat(682),
        'a '.repeat(1024),
        'a.'.repeat(1024),
        '1'.repeat(2048),
        'ა-'.repeat(512),
        '(ა'.repeat(400),
      ),
    )
    await fc.assert(
      fc.asyncProperty(bytes, async given => {
        const { milliseconds } = await searcher.ask({
          text: given.normalize('NFC').replace(/[\p{Cc}\p{Cs}]/gu, ' '),
        })
        expect(milliseconds).toBeLessThan(1000)
      }),
      { numRuns: 150 },
    )
  })
})
