import type { Page } from 'playwright'
import { describe, expect } from 'vitest'
import { addDays, daysBetween, today } from './days.ts'
import { ask } from './http.ts'
import { deadOf, linksOn } from './links.ts'
import { CHECKLIST, LOCALES, type Locale } from './places.ts'
import { test } from './reader.ts'
import { trackerOf } from './tracker.ts'

const OVERDUE: Record<Locale, RegExp> = { ka: /ვადაგადაცილებულია (\d+) დღით/, en: /(\d+) days? overdue/ }
const REVIEW_OVERDUE: Record<Locale, RegExp> = {
  ka: /გადახედვის ვადა გადაცილებულია (\d+) დღით/,
  en: /Review (\d+) days? overdue/,
}
const NEXT_REVIEW = '2026-04-04'

/** Days overdue by workstream as the page's table says; null where it says nothing of it. */
const overdueOn = async (page: Page, locale: Locale): Promise<(number | null)[]> => {
  const rows = await page.locator('main table tbody tr').allInnerTexts()
  return rows.map(row => Number(OVERDUE[locale].exec(row)?.[1] ?? 0) || null)
}

/** The same by the dates in the file: nothing on the target date itself, nothing where the work is done. */
const overdueIn = (locale: Locale, day: string): (number | null)[] =>
  trackerOf(locale).map(({ status, target }) => {
    const days = daysBetween(target, day)
    return status === 'DONE' || days <= 0 ? null : days
  })

const reviewOverdueOn = async (page: Page, locale: Locale): Promise<number> =>
  Number(REVIEW_OVERDUE[locale].exec((await page.locator('main').textContent()) ?? '')?.[1] ?? 0)

describe.concurrent.for(LOCALES)('as of a day, in %s', locale => {
  test.for(['2026-03-04', '2026-03-09', '2026-03-10', '2026-03-12', '2026-03-15'])(
    'a workstream is overdue by the days from its target date to %s',
    async (day, { newPage }) => {
      const page = await newPage()
      for (const path of ['', CHECKLIST]) {
        await page.goto(`/${locale}${path}?asOf=${day}`)
        expect(await overdueOn(page, locale)).toEqual(overdueIn(locale, day))
      }
    },
  )

  test('a page that is asked for no day speaks of today', async ({ open }) => {
    const before = today()
    const page = await open(`/${locale}${CHECKLIST}`)
    const day = (await page.locator('aside time').getAttribute('datetime')) ?? ''

    expect([before, today()]).toContain(day)
    expect(await overdueOn(page, locale)).toEqual(overdueIn(locale, day))
    expect(await reviewOverdueOn(page, locale)).toBe(daysBetween(NEXT_REVIEW, day))
  })

  test.for([
    { day: NEXT_REVIEW, days: 0 },
    { day: '2026-04-05', days: 1 },
    { day: '2026-05-04', days: 30 },
  ])('a review is overdue by $days days on $day', async ({ day, days }, { newPage }) => {
    const page = await newPage()
    for (const path of [CHECKLIST, '/docs']) {
      await page.goto(`/${locale}${path}?asOf=${day}`)
      expect(await reviewOverdueOn(page, locale)).toBe(days)
    }
  })

  test.for(['', '/friday', CHECKLIST, `${CHECKLIST}/10`])(
    'there is no record before the baseline, at %s',
    async path => {
      expect((await ask(`/${locale}${path}?asOf=2026-03-04`)).status).toBe(200)
      const { status, body } = await ask(`/${locale}${path}?asOf=2026-03-03`)
      expect(status).toBe(404)
      expect(body).toContain(
        locale === 'ka' ? 'ამ დღისთვის ჩანაწერი ჯერ არ არსებობდა' : 'No record yet on that day',
      )
    },
  )

  test.for(['', '/docs', '/friday', CHECKLIST, `${CHECKLIST}/10`])(
    'tomorrow cannot be asked for, at %s',
    async path => {
      const { status, body } = await ask(`/${locale}${path}?asOf=${addDays(today(), 1)}`)
      expect(status).toBe(400)
      expect(body).toContain(locale === 'ka' ? 'ეს დღე ჯერ არ დამდგარა' : 'That day has not come yet')
    },
  )

  test.for(['2026-02-30', '2026-3-4', 'yesterday', '', '2026-03-04T00:00:00Z'])(
    'what is no calendar day is refused: “%s”',
    async given => {
      const { status, body } = await ask(`/${locale}?asOf=${given}`)
      expect(status).toBe(400)
      expect(body).toContain(locale === 'ka' ? 'თარიღი არასწორია' : 'That is not a date')
    },
  )

  test.for(['', '/docs', '/friday', CHECKLIST, `${CHECKLIST}/10`])(
    'today by its name is today, at %s',
    async path => {
      const [unnamed, named] = await Promise.all([
        ask(`/${locale}${path}`),
        ask(`/${locale}${path}?asOf=${today()}`),
      ])
      expect(named).toMatchObject({ status: 200, body: unnamed.body })
    },
  )

  test.for(['', '/docs', '/friday', CHECKLIST, `${CHECKLIST}/10`])(
    'the links of a past page lead to pages of the same day, at %s',
    async (path, { open }) => {
      const page = await open(`/${locale}${path}?asOf=2026-03-10`)
      const addresses = (await linksOn(page)).filter(address => !address.startsWith('/api/'))
      const [back, ...others] = addresses.filter(address => !address.includes('?asOf=2026-03-10'))

      expect(back).toBe(`/${locale}${path}`)
      expect(others).toEqual([])
      expect(addresses.length).toBeGreaterThan(5)
      expect(await deadOf(addresses)).toEqual([])
    },
  )

  test('the library lists no document that has no record yet', async ({ open }) => {
    const page = await open(`/${locale}/docs?asOf=2026-03-03`)
    const documents = await page.locator('main').getByRole('link').all()
    const addresses = await Promise.all(documents.map(link => link.getAttribute('href')))
    expect(await deadOf(addresses.map(address => address ?? ''))).toEqual([])
  })

  test('trying again where the portal is unavailable asks for the same day', async ({ open }) => {
    const page = await open(`/${locale}/unavailable?asOf=2026-03-10`)
    await page.getByRole('main').getByRole('link').click()
    expect(new URL(page.url()).search).toBe('?asOf=2026-03-10')
  })

  test('another day is asked for from any page, without script', async ({ open }) => {
    const page = await open(`/${locale}${CHECKLIST}/3`)
    await page.locator('aside a[href*="/as-of/"]').click()
    await page.locator('input[name=asOf]').fill('2026-03-12')
    await page.locator('main').getByRole('button').click()

    expect(new URL(page.url()).search).toBe('?asOf=2026-03-12')
    expect(await page.locator('aside time').getAttribute('datetime')).toBe('2026-03-12')
    expect(await page.locator('main').textContent()).toMatch(locale === 'ka' ? /3 დღით/ : /3 days overdue/)
  })
})
