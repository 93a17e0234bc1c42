import { describe, expect } from 'vitest'
import { ask } from './http.ts'
import { CHECKLIST, EVERY_LOCALE } from './places.ts'
import { test } from './reader.ts'

const NAMES = ['ქართული', 'English', 'Русский', 'Türkçe', 'Հայերեն', 'العربية']

const DIRECTION = { ka: 'ltr', en: 'ltr', ru: 'ltr', tr: 'ltr', hy: 'ltr', ar: 'rtl' }

/** The day 4 March 2026, and the days that the first workstream not done is overdue on 27 March. */
const DATE = {
  ka: '2026 წლის 4 მარტი',
  en: 'March 4, 2026',
  ru: '4 марта 2026 года',
  tr: '4 Mart 2026',
  hy: '2026 թ. մարտի 4',
  ar: '4 مارس 2026',
}

describe.concurrent.for(EVERY_LOCALE)('the portal in %s', locale => {
  test('says its language and direction on every kind of page', async () => {
    for (const [path, status] of [
      ['', 200],
      [CHECKLIST, 200],
      ['/friday', 200],
      ['/no-such-page', 404],
      ['/unavailable', 503],
    ] as const) {
      const answer = await ask(`/${locale}${path}`)
      expect([path, answer.status]).toEqual([path, status])
      expect(answer.body).toContain(`<html lang="${locale}" dir="${DIRECTION[locale]}">`)
    }
  })

  test('lists its languages, each by its own name, in its own language and direction, under its present one', async ({
    open,
  }) => {
    const page = await open(`/${locale}/changes?from=2026-03-04&to=2026-03-10`)
    const menu = page.locator('nav:has(a[hreflang])').first()
    await menu.locator('summary').click()
    const links = menu.locator('a[hreflang]')
    const name = NAMES[EVERY_LOCALE.indexOf(locale)] ?? ''
    expect(await menu.locator('summary').textContent()).toContain(name)
    expect(await links.allInnerTexts()).toEqual(NAMES)
    expect(await menu.locator('a[aria-current]').allInnerTexts()).toEqual([name])
    expect(
      await links.evaluateAll(all =>
        all.map(link => ['lang', 'dir', 'href'].map(at => link.getAttribute(at))),
      ),
    ).toEqual(
      EVERY_LOCALE.map(other => [other, DIRECTION[other], `/${other}/changes?from=2026-03-04&to=2026-03-10`]),
    )
  })

  test('says whether a native speaker has reviewed its words', async ({ open }) => {
    const notices = (await open(`/${locale}`)).getByRole('complementary').getByRole('listitem')
    expect(await notices.count()).toBe(locale === 'ka' || locale === 'en' ? 5 : 6)
  })

  test('writes days in the order and the forms of the language, in the digits of codes', async ({ open }) => {
    const page = await open(`/${locale}${CHECKLIST}/1`)
    const days = await page.locator('main time[datetime="2026-03-04"]').allInnerTexts()
    expect(new Set(days)).toEqual(new Set([DATE[locale]]))
  })

  test('keeps codes left to right, and apart from the words around them', async ({ open }) => {
    const page = await open(`/${locale}${CHECKLIST}`)
    const codes = await page.locator('[translate=no]').evaluateAll(all =>
      all.map(code => {
        const { direction, unicodeBidi } = getComputedStyle(code)
        return `${direction} ${unicodeBidi}`
      }),
    )
    expect(codes.length).toBeGreaterThan(12)
    expect(new Set(codes)).toEqual(new Set(['ltr isolate']))
  })

  test('begins each line where the language does: words, tables, and drawings of time', async ({ open }) => {
    const page = await open(`/${locale}`)
    const middle = async (selector: string, at: number) => {
      const box = await page.locator(selector).nth(at).boundingBox()
      return (box?.x ?? 0) + (box?.width ?? 0) / 2
    }
    const isForward = (from: number, to: number) => (DIRECTION[locale] === 'ltr' ? from < to : from > to)
    expect(isForward(await middle('header > a', 0), await middle('header nav summary', 0))).toBe(true)
    expect(isForward(await middle('thead th', 0), await middle('thead th', 4))).toBe(true)
    // The first target date and the last month of the scale.
    const months = page.locator('figure svg text')
    expect(
      isForward(
        await middle('figure svg text', 0),
        await middle('figure svg text', (await months.count()) - 2),
      ),
    ).toBe(true)
  })

  test.for(['feeds', 'calendar'])('has a file of %s of its own', async kind => {
    const address = kind === 'feeds' ? `/feeds/${locale}.atom` : `/calendar/${locale}.ics`
    const { status, body } = await ask(address)
    expect(status).toBe(200)
    expect(body).toContain(kind === 'feeds' ? `xml:lang="${locale}"` : 'BEGIN:VCALENDAR')
  })

  test('answers data and other forms of a page', async () => {
    const id = 'GOS-80-CHAIN-NO-REWORK-CHECKLIST'
    const { body } = await ask(`/api/v1/checklists/${id}?locale=${locale}`)
    expect(JSON.parse(body)).toMatchObject({ locale })
    for (const path of ['/index.md', '/index.csv', `${CHECKLIST}.md`])
      expect([path, (await ask(`/${locale}${path}`)).status]).toEqual([path, 200])
  })
})
