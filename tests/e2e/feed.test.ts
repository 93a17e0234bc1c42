import { describe, expect, inject, test } from 'vitest'
import { atomIn } from './atom.ts'
import { ask } from './http.ts'
import { CHECKLIST, LOCALES } from './places.ts'

const feed = async (address: string, origin = inject('reported')) =>
  atomIn((await ask(address, { origin })).body)

const countsOf = (kinds: readonly string[]) =>
  Object.fromEntries(
    Map.groupBy(kinds, kind => kind)
      .entries()
      .map(([kind, all]) => [kind, all.length]),
  )

const DAYS = [
  { day: '2026-03-04', counts: {} },
  { day: '2026-03-13', counts: { change: 4 } },
  { day: '2026-03-20', counts: { change: 6, blocker: 1, completed: 2, 'missed-friday': 3 } },
  { day: '2026-03-27', counts: { change: 8, blocker: 1, completed: 3, 'missed-friday': 3 } },
  { day: '2026-04-03', counts: { change: 8, blocker: 1, completed: 3, 'missed-friday': 7 } },
]

describe.for(LOCALES)('the feed in %s', locale => {
  const path = `/feeds/${locale}.atom`

  test.for(DAYS)('has what had happened by $day, the newest first', async ({ day, counts }) => {
    const { entries, updated, ...rest } = await feed(`${path}?asOf=${day}`)
    const times = entries.map(entry => Date.parse(entry.updated))

    expect(countsOf(entries.map(({ kind }) => kind))).toEqual(counts)
    expect(times).toEqual(times.toSorted((a, b) => b - a))
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
    expect(updated).toBe(entries[0]?.updated ?? '2026-03-04T00:00:00+04:00')
    for (const entry of entries) {
      expect(Date.parse(entry.updated)).toBeLessThanOrEqual(Date.parse(`${day}T23:59:59.999+04:00`))
      expect(entry.id).toMatch(/^urn:uuid:[0-9a-f-]{36}$/)
    }
    expect(rest).toMatchObject({ lang: locale, author: locale === 'ka' ? 'მზა' : 'Mza' })
    expect(rest.rights).toContain(locale === 'ka' ? 'უპირატესობა ენიჭება' : 'Georgian text')
    expect(rest.links).toEqual({
      self: `${inject('reported')}${path}?asOf=${day}`,
      alternate: `${inject('reported')}/${locale}?asOf=${day}`,
    })
  })

  test('keeps the names of what happened from day to day, and from portal to portal', async () => {
    const [earlier, later, elsewhere] = await Promise.all([
      feed(`${path}?asOf=2026-03-20`),
      feed(`${path}?asOf=2026-04-03`),
      feed(`${path}?asOf=2026-03-20`, inject('origin')),
    ])
    const known = new Map(later.entries.map(entry => [entry.id, entry.title]))
    for (const { id, title } of earlier.entries) expect(known.get(id)).toBe(title)
    const missed = earlier.entries.filter(({ kind }) => kind === 'missed-friday').map(({ id }) => id)
    expect(elsewhere.entries.map(({ id }) => id)).toEqual(expect.arrayContaining(missed))
    expect(elsewhere.id).toBe(earlier.id)
  })

  test('says that work is blocked, who said so and why', async () => {
    const { entries } = await feed(`${path}?asOf=2026-03-20`)
    const blocker = entries.find(({ kind }) => kind === 'blocker')
    expect(blocker?.title).toMatch(locale === 'ka' ? /^6\. .+: .*შეფერხ[^.]*$/ : /^6\. .+: Work was blocked$/)
    // Committed with the other reports of its week, more than a day after it was recorded.
    expect(blocker).toMatchObject({
      published: '2026-03-18T13:40:00+04:00',
      updated: '2026-03-20T20:00:00+04:00',
    })
    expect(blocker?.content.textContent).toContain('SECURITY_OFFICER')
    expect(blocker?.content.textContent).toContain(
      locale === 'ka' ? 'წვდომა ჯერ არ არის გაცემული' : 'Access to the secrets manager',
    )
  })

  test('dates a missed Friday by its end, and a late report by its own time', async () => {
    const { entries } = await feed(`${path}?asOf=2026-03-20`)
    const missed = entries.filter(({ kind }) => kind === 'missed-friday')
    expect(missed.map(({ published, updated }) => [published, updated])).toEqual([
      ['2026-03-13T23:59:59+04:00', '2026-03-14T10:05:00+04:00'],
      ['2026-03-13T23:59:59+04:00', '2026-03-13T23:59:59+04:00'],
      ['2026-03-13T23:59:59+04:00', '2026-03-13T23:59:59+04:00'],
    ])
  })

  test('leads to pages that are there', async () => {
    const { entries } = await feed(`${path}?asOf=2026-03-20`)
    for (const href of new Set(entries.map(entry => entry.href))) {
      const { origin, pathname, search } = new URL(href)
      expect([pathname.startsWith(`/${locale}${CHECKLIST}/`), origin]).toEqual([true, inject('reported')])
      expect((await ask(pathname + search, { origin })).status).toBe(200)
    }
  })

  test('has at most fifty entries, and is found by every page', async () => {
    expect((await feed(path, inject('origin'))).entries).toHaveLength(50)
    for (const page of ['', '/docs', CHECKLIST, `${CHECKLIST}/3`, '/docs?asOf=2026-03-10']) {
      const { body } = await ask(`/${locale}${page}`)
      const [found] = body.match(/<link[^>]+application\/atom\+xml[^>]*>/g) ?? []
      expect(found).toContain(`href="${path}"`)
    }
  })
})

test('words in another language than the feed’s say so', async () => {
  const { entries } = await feed('/feeds/ka.atom?asOf=2026-03-20')
  const slip = entries.find(({ published }) => published === '2026-03-19T18:10:00+04:00')
  const [foreign] = Array.from(slip?.content.getElementsByTagName('span') ?? [])
  expect(foreign?.getAttribute('xml:lang')).toBe('en')
  expect(foreign?.textContent).toBe('The load test is repeated.')
  expect(slip?.content.textContent).toContain('(ინგლისური)')
})

test.for([
  { address: '/feeds/fr.atom', status: 404 },
  { address: '/feeds/ka.atom?asOf=2026-03-03', status: 404 },
  { address: '/feeds/ka.atom?asOf=2026-02-30', status: 400 },
  { address: '/feeds/ka.atom?asOf=9999-01-01', status: 400 },
])('$address is refused in plain words with $status', async ({ address, status }) => {
  const answer = await ask(address)
  expect([answer.status, answer.headers['content-type']]).toEqual([status, 'text/plain; charset=utf-8'])
  expect(answer.body).toMatch(/^Expected .+, found .+\.\n$/)
})

test('the feed says what it is', async () => {
  expect((await ask('/feeds/ka.atom')).headers['content-type']).toBe('application/atom+xml; charset=utf-8')
})
