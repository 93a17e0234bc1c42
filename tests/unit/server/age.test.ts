import { describe, expect, test } from 'vitest'
import { withAge } from '#server/age.ts'
import { encodeAnswer } from '#server/answer.ts'

const SEEN = Date.parse('2026-11-23T10:05:00Z')
const MINUTE = 60_000

const page = () =>
  encodeAnswer({
    status: 200,
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
    body: '<!DOCTYPE html><html lang="ka"><head></head><body><main id="content"><h1>მზადყოფნა</h1></main></body></html>',
  })

const noticeOf = (html: string) =>
  /<main id="content"><p role="status" class="age-notice">([^<]*)<\/p>/.exec(html)?.[1]

describe('a page that cannot be renewed', () => {
  test.each([
    [
      'ka',
      12,
      'პორტალის განახლება ამჟამად შეუძლებელია. გვერდზე ნაჩვენებია ბოლო ცნობილი მდგომარეობა: 2026 წლის 23 ნოემბერი, 14:05, თბილისის დროით (12 წუთის წინ).',
    ],
    [
      'en',
      12,
      'The portal cannot be brought up to date at the moment. This page shows what was last known: November 23, 2026, 14:05, Tbilisi time (12 minutes ago).',
    ],
    [
      'en',
      0.1,
      'The portal cannot be brought up to date at the moment. This page shows what was last known: November 23, 2026, 14:05, Tbilisi time (1 minute ago).',
    ],
    [
      'ka',
      121,
      'პორტალის განახლება ამჟამად შეუძლებელია. გვერდზე ნაჩვენებია ბოლო ცნობილი მდგომარეობა: 2026 წლის 23 ნოემბერი, 14:05, თბილისის დროით (3 საათის წინ).',
    ],
  ] as const)(
    'says since when, first thing in its content, in its language: %s, %d minutes',
    async (locale, minutes, words) => {
      const { variants, headers } = await withAge(await page(), locale, SEEN, SEEN + minutes * MINUTE)
      const html = variants.identity.body.toString()
      expect(noticeOf(html)).toBe(words)
      expect(html).toContain('</p><h1>მზადყოფნა</h1>')
      expect(headers['Age']).toBe(String(minutes * 60))
    },
  )

  test('has another validator than the page it was', async () => {
    const before = await page()
    const after = await withAge(before, 'ka', SEEN, SEEN + MINUTE)
    expect(after.variants.br.etag).not.toBe(before.variants.br.etag)
  })

  test('is compressed once a minute, not for every reader', async () => {
    const before = await page()
    const [one, other, later] = await Promise.all(
      [30, 40, 70].map(seconds => withAge(before, 'ka', SEEN, SEEN + seconds * 1000)),
    )
    expect(one?.variants).toBe(other?.variants)
    expect(later?.variants).not.toBe(one?.variants)
  })
})

test('data says its age in a header, and is otherwise as it was', async () => {
  const data = await encodeAnswer({
    status: 200,
    headers: { 'Content-Type': 'application/json' },
    body: '{}',
  })
  const aged = await withAge(data, null, SEEN, SEEN + 1500)
  expect(aged).toEqual({ ...data, headers: { ...data.headers, Age: '2' } })
})
