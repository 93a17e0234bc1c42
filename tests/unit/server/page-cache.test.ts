import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Answer, textAnswer } from '#server/answer.ts'
import { contentEditions } from '#server/edition.ts'
import { createPageCache, type Served, Unavailable } from '#server/page-cache.ts'
import { createRenderQueue } from '#server/render-queue.ts'

const START = Date.parse('2026-03-10T08:00:00Z')

/** A portal whose pages say which revision they show, on a database that can be changed and taken away. */
function story({ core = [] as readonly string[], bytes = 1_000_000 } = {}) {
  const state = { revision: 1, isDown: false, now: START, renderings: 0, faults: [] as string[] }
  const readContent = async () => {
    if (state.isDown) throw new Error('no database')
    return { revision: String(state.revision), ingestedAt: new Date(0) }
  }
  const editions = contentEditions(readContent, () => state.now)
  const cache = createPageCache({
    editions,
    queue: createRenderQueue(),
    bytes,
    isCore: target => core.includes(target),
    isPassing: target => target.includes('/search'),
    onFault: target => state.faults.push(target),
    now: () => state.now,
  })
  const page = async (): Promise<Answer> => {
    state.renderings += 1
    const { revision } = await readContent()
    return { ...textAnswer(200, `revision ${revision}`), body: `revision ${revision}` }
  }
  const get = (target: string, work: () => Promise<Answer> = page) => cache.get(target, work)
  return { state, editions, cache, page, get }
}

const textOf = ({ answer }: Served) => answer.variants.identity.body.toString()

describe('the page cache', () => {
  test('renders a page once an edition', async () => {
    const { state, editions, get } = story()
    await editions.confirm()
    expect((await get('/ka')).source).toBe('rendered')
    expect((await get('/ka')).source).toBe('hit')
    state.revision = 2
    await editions.confirm()
    expect(textOf(await get('/ka'))).toBe('revision 2')
    expect(state.renderings).toBe(2)
  })

  test('keeps answers to searches within a small part of its bound, so that no flood of them displaces a page', async () => {
    const { editions, cache, get } = story({ bytes: 160_000 })
    await editions.confirm()
    for (const target of ['/ka', '/en', '/ka/docs']) await get(target)
    for (let query = 0; query < 500; query += 1) await get(`/ka/search?q=${query}`)
    for (const target of ['/ka', '/en', '/ka/docs']) expect((await get(target)).source).toBe('hit')
    expect(cache.bytes).toBeLessThan(160_000 / 16 + 10_000)
    expect((await get('/ka/search?q=499')).source).toBe('hit')
  })

  test('renders a page once for all who ask at the same time', async () => {
    const { state, editions, get } = story()
    await editions.confirm()
    const given = await Promise.all(Array.from({ length: 50 }, () => get('/ka')))
    expect(new Set(given.map(textOf))).toEqual(new Set(['revision 1']))
    expect(state.renderings).toBe(1)
  })

  test('gives what is kept to all who wait for their turn when the database is lost, rendering nothing more', async () => {
    const { state, editions, get, page } = story()
    const targets = Array.from({ length: 12 }, (_, number) => `/ka/${number}`)
    await editions.confirm()
    for (const target of targets) await get(target)
    state.revision = 2
    await editions.confirm()
    const hanging: (() => void)[] = []
    const hang = async (): Promise<Answer> => {
      await new Promise<void>((_, reject) => hanging.push(() => reject(new Error('no answer'))))
      return page()
    }
    const given = targets.map(target => get(target, hang))
    await expect.poll(() => hanging.length).toBe(4)
    state.now += 5001
    for (const giveUp of hanging) giveUp()
    expect(new Set((await Promise.all(given)).map(textOf))).toEqual(new Set(['revision 1']))
    expect(hanging).toHaveLength(4)
  })

  test('renders again what the content changed under', async () => {
    const { state, editions, get, page } = story()
    await editions.confirm()
    let isTorn = true
    const torn = async () => {
      const answer = await page()
      if (isTorn) state.revision = 2
      isTorn = false
      return answer
    }
    const given = await get('/ka', torn)
    expect([textOf(given), given.edition.revision]).toEqual(['revision 2', '2'])
  })

  test('gives the last good page when none can be made, and a fresh one as soon as one can', async () => {
    const { state, editions, get } = story()
    await editions.confirm()
    await get('/ka')
    state.revision = 2
    await editions.confirm()
    state.isDown = true
    const old = await get('/ka')
    expect([textOf(old), old.source, state.faults]).toEqual(['revision 1', 'stale', ['/ka']])
    state.isDown = false
    const fresh = await get('/ka')
    expect([textOf(fresh), fresh.source]).toEqual(['revision 2', 'rendered'])
  })

  test('does not even try while the database is known to be away', async () => {
    const { state, editions, get } = story()
    await editions.confirm()
    await get('/ka')
    state.isDown = true
    state.now += 10_000
    expect((await get('/ka')).source).toBe('stale')
    await expect(get('/en')).rejects.toThrow(Unavailable)
    expect([state.renderings, state.faults]).toEqual([1, []])
  })

  test('gives a page that cannot be renewed for a day, and no longer', async () => {
    const { state, editions, get, cache } = story()
    await editions.confirm()
    await get('/ka')
    state.isDown = true
    state.now = START + 24 * 3_600_000
    expect((await get('/ka')).source).toBe('stale')
    expect(cache.has('/ka')).toBe(true)
    state.now += 1
    await expect(get('/ka')).rejects.toThrow(Unavailable)
    expect(cache.has('/ka')).toBe(false)
  })

  test('keeps no page that says there is nothing, unless it is a core page', async () => {
    const { editions, get, state } = story({ core: ['/ka/not-found'] })
    await editions.confirm()
    const nothing = async () => {
      state.renderings += 1
      return textAnswer(404, 'nothing')
    }
    for (const target of ['/ka/nowhere', '/ka/nowhere', '/ka/not-found', '/ka/not-found'])
      expect((await get(target, nothing)).answer.status).toBe(404)
    expect(state.renderings).toBe(3)
  })

  test('stays within its bytes, and lets no other page displace a core page', async () => {
    const { editions, get, cache } = story({ core: ['/ka'], bytes: 20_000 })
    await editions.confirm()
    await get('/ka')
    for (let day = 1; day <= 100; day += 1) await get(`/ka?asOf=${day}`)
    expect(cache.bytes).toBeLessThanOrEqual(40_000)
    expect((await get('/ka')).source).toBe('hit')
    expect(cache.has('/ka?asOf=1')).toBe(false)
    expect(cache.has('/ka?asOf=100')).toBe(true)
  })

  test('never gives out a page older than it says, whatever happens in whatever order', async () => {
    const event = fc.oneof(
      fc.record({ kind: fc.constant('publish' as const) }),
      fc.record({ kind: fc.constant('look' as const) }),
      fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 20_000 }) }),
      fc.record({ kind: fc.constant('power' as const), isDown: fc.boolean() }),
      fc.record({ kind: fc.constant('ask' as const), target: fc.constantFrom('/ka', '/en', '/ka/docs') }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 60 }), async events => {
        const { state, editions, get } = story()
        const publishedAt = new Map([['1', START]])
        for (const step of events) {
          if (step.kind === 'wait') state.now += step.ms
          if (step.kind === 'power') state.isDown = step.isDown
          if (step.kind === 'look') await editions.confirm().catch(() => {})
          if (step.kind === 'publish') {
            state.revision += 1
            publishedAt.set(String(state.revision), state.now)
          }
          if (step.kind === 'ask') await checkAnswer(step.target)
        }

        async function checkAnswer(target: string) {
          const served = await get(target).catch(fault => {
            expect(fault).toBeInstanceOf(Unavailable)
            return null
          })
          if (!served) return
          expect(textOf(served)).toBe(`revision ${served.edition.revision}`)
          const replacedAt =
            publishedAt.get(String(Number(served.edition.revision) + 1)) ?? Number.POSITIVE_INFINITY
          // What is called fresh was the newest five seconds ago at the latest; what is not says since when it may not be.
          const truth = served.source === 'stale' ? served.edition.confirmedAt : state.now - 5000
          expect(replacedAt).toBeGreaterThanOrEqual(Math.min(truth, served.edition.confirmedAt))
          if (served.source === 'rendered') expect(served.edition.revision).toBe(String(state.revision))
        }
      }),
      { numRuns: 300 },
    )
  })
})
