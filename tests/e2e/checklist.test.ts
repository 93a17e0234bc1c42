import type { Locator, Page } from 'playwright'
import { describe, expect } from 'vitest'
import { CHECKLIST, LOCALES, type Locale } from './places.ts'
import { test } from './reader.ts'
import { blockerOf, type Row, trackerOf } from './tracker.ts'

const STATUS_WORDS: Record<Locale, Record<string, string>> = {
  ka: { TODO: 'შესასრულებელი', BLOCKED: 'შეფერხებული', DONE: 'დასრულებული' },
  en: { TODO: 'To do', BLOCKED: 'Blocked', DONE: 'Done' },
}

const READINESS: Record<Locale, RegExp> = {
  ka: /ჯერ არა.*12 სამუშაო მიმართულებიდან დასრულებულია 3/,
  en: /Not yet.*3 of 12 workstreams are done/,
}

const statusIn = (locale: Locale, { status }: Row): string => `${STATUS_WORDS[locale][status]} ${status}`

/** The rows of the page's table as a reader finds them. */
const rowsOn = (page: Page) =>
  page.locator('main table tbody tr').evaluateAll(rows =>
    rows.map(row => {
      const [number, title, owner, , status] = [...row.children].map(cell => cell.textContent.trim())
      return { number, title, owner, target: row.querySelector('time')?.dateTime, status }
    }),
  )

/** The text of a fact by its name. */
const fact = (page: Page, name: string): Locator =>
  page
    .locator('dl > div')
    .filter({ has: page.getByRole('term').getByText(name, { exact: true }) })
    .locator('dd')

describe.concurrent.for(LOCALES)('the checklist in %s', locale => {
  const tracker = trackerOf(locale)

  test.for(['', CHECKLIST])(
    'has the twelve workstreams as its file has them, at %s',
    async (path, { open }) => {
      const page = await open(`/${locale}${path}`)
      expect(tracker).toHaveLength(12)
      expect(await rowsOn(page)).toEqual(
        tracker.map(row => ({
          number: String(row.number),
          title: row.title,
          owner: row.owner,
          target: row.target,
          status: statusIn(locale, row),
        })),
      )
    },
  )

  test.for(tracker)(
    'has a page for workstream $number with its title, owner, date and status',
    async (row, { open }) => {
      const page = await open(`/${locale}${CHECKLIST}/${row.number}`)
      const [owner, target, status] =
        locale === 'ka'
          ? ['პასუხისმგებელი', 'შესრულების ვადა', 'სტატუსი']
          : ['Owner', 'Target date', 'Status']

      expect(await page.locator('h1').textContent()).toBe(row.title)
      expect(await page.title()).toContain(`${row.number}. ${row.title}`)
      expect(await fact(page, owner).textContent()).toBe(row.owner)
      expect(await fact(page, target).locator('time').getAttribute('datetime')).toBe(row.target)
      expect(await fact(page, status).textContent()).toBe(statusIn(locale, row))
    },
  )

  test.for(['', `${CHECKLIST}/10`])('says what blocks workstream 10, at %s', async (path, { open }) => {
    const page = await open(`/${locale}${path}`)
    const note = await page
      .getByText('CommandNotFoundException')
      .locator('xpath=ancestor::p')
      .first()
      .textContent()
    expect(note?.trim()).toBe(blockerOf(locale))
  })

  test('answers first whether all is ready and what stands in the way, on one screen', async ({ open }) => {
    const page = await open(`/${locale}`)
    const first = page.locator('main h1 + *')
    const { y = 0, height = 0 } = (await first.boundingBox()) ?? {}

    expect(await first.textContent()).toMatch(READINESS[locale])
    expect(await first.getByRole('link').textContent()).toBe(`10. ${tracker[9]?.title}`)
    expect(y + height).toBeLessThan(900)
  })

  test('leads from a workstream to its neighbours and its section of the document', async ({ open }) => {
    const page = await open(`/${locale}${CHECKLIST}/10`)
    await page.getByRole('link', { name: `11. ${tracker[10]?.title}` }).click()
    expect(await page.locator('h1').textContent()).toBe(tracker[10]?.title)
    await page.locator('main a[href*="#w-"]').click()
    expect(new URL(page.url()).pathname).toBe(`/${locale}${CHECKLIST}`)
    expect(await page.locator(':target h2').textContent()).toBe(`11. ${tracker[10]?.title}`)
  })
})
