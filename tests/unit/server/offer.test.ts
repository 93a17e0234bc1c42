import { describe, expect, test } from 'vitest'
import { encodeAnswer } from '#server/answer.ts'
import { createOffers } from '#server/offer.ts'
import { placeOf } from '#server/place.ts'

const MEBIBYTE = 1024 * 1024

const page = (words: string) =>
  encodeAnswer({
    status: 200,
    headers: { 'Content-Type': 'text/html; charset=utf-8', Vary: 'Cookie, Accept-Encoding, Accept-Language' },
    body: `<!DOCTYPE html><html lang="ka"><head></head><body><aside><ul></ul></aside><main>${words}</main></body></html>`,
  })

const place = (path: string, search = '') => {
  const found = placeOf({ path, search })
  if (!found) throw new Error(`${path} is no place.`)
  return found
}

const htmlOf = async (answer: ReturnType<ReturnType<typeof createOffers>['with']>) =>
  (await answer).variants.identity.body.toString()

describe('a page offered in another language', () => {
  test('leads there in the words and the direction of that language, with the same query, before other notices', async () => {
    const offers = createOffers(MEBIBYTE)
    const html = await htmlOf(
      offers.with(await page('x'), place('/ka/changes', '?asOf=2026-03-10&to=2026-03-06'), 'ar'),
    )
    expect(html).toContain(
      '<aside><p class="language-offer"><a href="/ar/changes?asOf=2026-03-10&amp;to=2026-03-06" hreflang="ar" lang="ar" dir="rtl">اقرأ هذه الصفحة بالعربية</a></p><ul>',
    )
  })

  test('is otherwise the page that it was, with headers of its own page and another validator', async () => {
    const plain = await page('x')
    const offered = await createOffers(MEBIBYTE).with(plain, place('/ka'), 'en')
    expect(offered.variants.identity.body.toString().replace(/<p class="language-offer">.*?<\/p>/, '')).toBe(
      plain.variants.identity.body.toString(),
    )
    expect(offered.headers).toEqual(plain.headers)
    expect(offered.variants.br.etag).not.toBe(plain.variants.br.etag)
  })

  test('is made once for a page and a language', async () => {
    const offers = createOffers(MEBIBYTE)
    const plain = await page('x')
    const [one, again, other] = await Promise.all(
      (['en', 'en', 'ru'] as const).map(locale => offers.with(plain, place('/ka'), locale)),
    )
    expect(again?.variants).toBe(one?.variants)
    expect(other?.variants).not.toBe(one?.variants)
  })

  test('is not made again in an outage, when only the age of the page has changed', async () => {
    const offers = createOffers(MEBIBYTE)
    const plain = await page('x')
    const aged = (age: string) => ({ ...plain, headers: { ...plain.headers, Age: age } })
    const one = await offers.with(aged('1'), place('/ka'), 'en')
    const other = await offers.with(aged('2'), place('/ka'), 'en')
    expect(other.variants).toBe(one.variants)
    expect(other.headers['Age']).toBe('2')
  })

  test('is not kept for a search, lest they displace the pages that everybody reads', async () => {
    const offers = createOffers(20_000)
    const [core, searched] = [await page('x'), await page('found')]
    const before = await offers.with(core, place('/ka'), 'en')
    for (let at = 0; at < 20; at += 1)
      expect(await htmlOf(offers.with(searched, place('/ka/search', `?q=word${at}`), 'en'))).toContain(
        `href="/en/search?q=word${at}"`,
      )
    expect((await offers.with(core, place('/ka'), 'en')).variants).toBe(before.variants)
  })

  test('is made anew when the page has changed', async () => {
    const offers = createOffers(MEBIBYTE)
    await offers.with(await page('old'), place('/ka'), 'en')
    expect(await htmlOf(offers.with(await page('new'), place('/ka'), 'en'))).toContain('<main>new</main>')
  })

  test('is given also where there is no room to keep it', async () => {
    expect(await htmlOf(createOffers(1).with(await page('x'), place('/ka'), 'en'))).toContain('href="/en"')
  })
})
