import { describe, expect } from 'vitest'
import { ask } from './http.ts'
import { CHECKLIST } from './places.ts'
import { test } from './reader.ts'

const OFFER = /<p class="language-offer">.*?<\/p>/

const OFFERS = [
  { accepts: 'en-GB,en;q=0.9', on: 'ka', offered: 'en', words: 'Read this page in English' },
  { accepts: 'ka', on: 'en', offered: 'ka', words: 'წაიკითხეთ ეს გვერდი ქართულად' },
  {
    accepts: 'ru-RU,ru;q=0.9,ka;q=0.5',
    on: 'ka',
    offered: 'ru',
    words: 'Читать эту страницу на русском языке',
  },
  { accepts: 'ar-EG', on: 'tr', offered: 'ar', words: 'اقرأ هذه الصفحة بالعربية' },
] as const

describe.for(OFFERS)('a reader of “$accepts” on a page in $on', ({ accepts, on, offered, words }) => {
  const headers = { 'accept-language': accepts }

  test.for(['', '/docs', `${CHECKLIST}/3?asOf=2026-03-10`, '/changes?from=2026-03-04&to=2026-03-10'])(
    'is given it, and offered the same page in the preferred language: %s',
    async path => {
      const { status, body } = await ask(`/${on}${path}`, { headers })
      expect(status).toBe(200)
      const [offer = ''] = OFFER.exec(body) ?? []
      expect(offer).toContain(
        `href="/${offered}${path.replaceAll('&', '&amp;')}" hreflang="${offered}" lang="${offered}"`,
      )
      expect(offer).toContain(words)
      expect((await ask(`/${offered}${path}`, { headers })).body).not.toMatch(OFFER)
    },
  )

  test('finds the offer first among the notices, and follows it', async ({ newPage }) => {
    const page = await newPage({ extraHTTPHeaders: { 'Accept-Language': accepts }, width: 360 })
    await page.goto(`/${on}${CHECKLIST}`)
    await page.getByRole('complementary').getByRole('link', { name: words }).click()
    expect(new URL(page.url()).pathname).toBe(`/${offered}${CHECKLIST}`)
    expect(await page.locator('html').getAttribute('lang')).toBe(offered)
  })
})

test.for([undefined, 'ka', 'ka-GE,en;q=0.9', 'fr', 'fr,ka;q=0.3', '*'])(
  'a reader of “%s” is offered nothing on a Georgian page',
  async accepts => {
    const headers = accepts === undefined ? {} : { 'accept-language': accepts }
    expect((await ask('/ka', { headers })).body).not.toMatch(OFFER)
  },
)

test.for(['/ka/nowhere', '/ka?asOf=2026-03-03', '/ka?asOf=x', '/ka/unavailable', '/nowhere'])(
  'what there is no page at is offered in no language: %s',
  async address => {
    const { body } = await ask(address, { headers: { 'accept-language': 'en' } })
    expect(body).not.toMatch(OFFER)
  },
)

test('a page with an offer and one without have a validator each, and say that they differ by language', async () => {
  const [plain, offered] = await Promise.all([
    ask('/ka/docs'),
    ask('/ka/docs', { headers: { 'accept-language': 'en' } }),
  ])
  for (const { headers } of [plain, offered])
    expect(headers.vary).toBe('Cookie, Accept-Encoding, Accept-Language')
  expect(offered.headers.etag).not.toBe(plain.headers.etag)
  const again = { 'accept-language': 'en', 'if-none-match': offered.headers.etag ?? '' }
  expect((await ask('/ka/docs', { headers: again })).status).toBe(304)
  expect((await ask('/ka/docs', { headers: { ...again, 'accept-language': 'ka' } })).status).toBe(200)
})

test('data, feeds and files are the same for readers of every language', async () => {
  for (const address of ['/api/v1/checklists', '/feeds/ka.atom', '/ka/index.md', '/sitemap.xml']) {
    const { headers, body } = await ask(address)
    expect(headers.vary).toBe('Cookie, Accept-Encoding')
    expect((await ask(address, { headers: { 'accept-language': 'en' } })).body).toBe(body)
  }
})
