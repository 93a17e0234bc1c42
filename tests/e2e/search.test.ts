import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { parse as parseHtml } from 'parse5'
import { describe, expect, inject, test } from 'vitest'
import { ask } from './http.ts'
import { CHECKLIST, LOCALES, RULE_OF_AUTHORITY } from './places.ts'

const at = (locale: string, query: string, form = '') =>
  `/${locale}/search${form}?q=${encodeURIComponent(query)}`

describe.for(LOCALES)('the search, in %s', locale => {
  test('leads to a workstream by a word of either language, the word marked', async () => {
    for (const word of ['idempotency', 'იდემპოტენტურობის', 'idempotenturoba']) {
      const { status, body } = await ask(at(locale, word))
      expect(status).toBe(200)
      expect(body).toContain(`href="/${locale}${CHECKLIST}/3"`)
    }
    expect((await ask(at(locale, 'terraform'))).body).toMatch(/<mark>[^<]*terraform[^<]*<\/mark>/i)
  })

  test('is kept from search engines, and has its words in its field', async () => {
    const { body } = await ask(at(locale, 'a "b" <c>'))
    expect(body).toContain('<meta name="robots" content="noindex"')
    expect(body).toContain('value="a &quot;b&quot; ')
  })

  test('is asked for on every other page, as of the same day', async () => {
    const { body } = await ask(`/${locale}${CHECKLIST}?asOf=2026-03-10`)
    const [form] = /<search[^>]*>.*?<\/search>/s.exec(body) ?? []
    expect(form).toContain(`action="/${locale}/search"`)
    expect(form).toContain('name="q"')
    expect(form).toMatch(/name="asOf"[^>]*value="2026-03-10"|value="2026-03-10"[^>]*name="asOf"/)
  })

  test('has the same items as Markdown, as a table and as data', async () => {
    const { items, total } = JSON.parse((await ask(`/api/v1/search?locale=${locale}&q=terraform`)).body)
    const [, ...rows] = parse((await ask(at(locale, 'terraform', '.csv'))).body, { bom: true }) as string[][]
    const markdown = (await ask(at(locale, 'terraform', '.md'))).body
    expect(total).toBeGreaterThan(0)
    expect(rows.map(row => new URL(row.at(-1) ?? '').pathname)).toEqual(
      items.map(({ page }: { page: string }) => new URL(page, inject('origin')).pathname),
    )
    for (const { page } of items) expect(markdown).toContain(page)
  })

  test('has no page past the last one, in any form', async () => {
    for (const form of ['', '.md', '.csv'])
      expect((await ask(`${at(locale, 'terraform', form)}&page=200`)).status).toBe(404)
    expect((await ask('/api/v1/search?q=terraform&page=200')).status).toBe(404)
  })

  test('is where its page has the landmark of searching, in a field of either direction', async () => {
    const [form] = /<search[^>]*>.*?<\/search>/s.exec((await ask(at(locale, 'terraform'))).body) ?? []
    expect(form).toMatch(/<input[^>]*name="q"[^>]*dir="auto"|<input[^>]*dir="auto"[^>]*name="q"/)
    expect(form).toContain('name="category"')
  })

  test('says what it searched where it finds nothing', async () => {
    const { status, body } = await ask(at(locale, 'qwertzuiop'))
    expect(status).toBe(200)
    expect(body).toContain(`href="/${locale}/docs"`)
  })

  test('refuses more than 2048 bytes', async () => {
    expect((await ask(`/${locale}/search?q=${'a'.repeat(2049)}`)).status).toBe(400)
    expect((await ask(`/${locale}/search?q=${'%E1%83%90'.repeat(682)}`)).status).toBe(200)
  })
})

test('any bytes of 2 kB are answered with a page', async () => {
  const bytes = fc
    .uint8Array({ minLength: 1, maxLength: 2048 })
    .map(data => [...data].map(byte => `%${byte.toString(16).padStart(2, '0')}`).join(''))
  await fc.assert(
    fc.asyncProperty(bytes, async query => {
      const { status, body } = await ask(`/ka/search?q=${query}`)
      expect([200, 400]).toContain(status)
      expect(parseHtml(body).childNodes.length).toBeGreaterThan(0)
    }),
    { numRuns: 60 },
  )
})

test('the glossary is led to from texts, and has every language in its own letters', async () => {
  expect((await ask(`/ka${CHECKLIST}`)).body).toMatch(/href="\/ka\/glossary#term-[a-z-]+"/)
  expect((await ask(`/ka${RULE_OF_AUTHORITY}`)).status).toBe(200)
  const { body } = await ask('/en/glossary')
  for (const [lang, word] of [
    ['ka', 'მზადყოფნა'],
    ['ru', 'готовность'],
    ['ar', 'الجاهزية'],
  ])
    expect(body).toContain(`<bdi lang="${lang}" dir="auto">${word}</bdi>`)
  const data = JSON.parse((await ask('/api/v1/glossary?locale=en')).body)
  const [, ...rows] = parse((await ask('/en/glossary.csv')).body, { bom: true }) as string[][]
  expect(rows.map(([id]) => id)).toEqual(data.terms.map(({ id }: { id: string }) => id))
  expect((await ask('/en/glossary.md')).body).toContain('### readiness')
})

test('a search finds a term', async () => {
  const { items } = JSON.parse((await ask('/api/v1/search?locale=ka&q=mzadyofna')).body)
  expect(items[0]).toMatchObject({ kind: 'term', page: '/ka/glossary#term-readiness' })
})
