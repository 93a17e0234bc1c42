import { createHash } from 'node:crypto'
import type { Page } from 'playwright'
import { describe, expect, inject } from 'vitest'
import { addDays, daysBetween, today } from './days.ts'
import { ask } from './http.ts'
import { CHECKLIST, LOCALES, type Locale } from './places.ts'
import { test } from './reader.ts'
import { checklistText } from './tracker.ts'

const STATE_WORDS: Record<Locale, Record<string, string>> = {
  ka: {
    d: 'წარსადგენი',
    u: 'განახლებული',
    c: 'უცვლელად დადასტურებული',
    l: 'დაგვიანებული',
    m: 'წარუდგენელი',
    e: 'არ მოითხოვება',
  },
  en: { d: 'Due', u: 'Updated', c: 'Confirmed unchanged', l: 'Late', m: 'Missed', e: 'Not required' },
}

/**
 * What the reports of tests/setup/reported-content.ts come to, by hand: a letter a workstream, for each Friday, the
 * newest first, as the portal shows it at the end of a day.
 */
const DAYS: readonly { readonly day: string; readonly weeks: readonly string[]; readonly owners: number }[] =
  [
    { day: '2026-03-13', weeks: ['eeueuuccdudd'], owners: 3 },
    { day: '2026-03-14', weeks: ['eededddddddd', 'eeueuucclumm'], owners: 7 },
    { day: '2026-03-20', weeks: ['eeueuuuccucc', 'eeueuucclumm'], owners: 0 },
    { day: '2026-03-27', weeks: ['eeueuucddedd', 'eeueuuuccucc', 'eeueuucclumm'], owners: 4 },
  ]

/** The Friday that ends the week of a day. */
const fridayOf = (day: string): string => addDays(day, (5 - new Date(day).getUTCDay() + 7) % 7)

const HEADING: Record<Locale, string> = { ka: 'პარასკევის ანგარიშები', en: 'Friday reports' }

/** Words of the table's cells, a list a week. */
const weeksOn = (page: Page): Promise<string[][]> =>
  page.locator('main table tbody tr').evaluateAll(rows => {
    const cells = rows.map(row => [...row.querySelectorAll('td')].map(cell => cell.textContent.trim()))
    return (cells[0] ?? []).map((_, week) => cells.map(row => row[week] ?? ''))
  })

const wordsOf = (locale: Locale, week: string): string[] =>
  [...week].map(letter => STATE_WORDS[locale][letter] ?? letter)

const reported = { baseURL: inject('reported') }

describe.concurrent.for(LOCALES)('the Friday page in %s', locale => {
  test.for(DAYS)('has a table of workstreams by weeks, as of $day', async ({ day, weeks }, { open }) => {
    const page = await open(`/${locale}/friday?asOf=${day}`, reported)
    expect(await page.locator('h1').textContent()).toBe(HEADING[locale])
    expect(await weeksOn(page)).toEqual(weeks.map(week => wordsOf(locale, week)))
    const days = await page
      .locator('main table thead time')
      .evaluateAll(times => times.map(time => time.getAttribute('datetime')))
    expect(days).toEqual(weeks.map((_, week) => addDays(fridayOf(day), -7 * week)))
  })

  test.for(DAYS)(
    'draws in each place what the table says there, as of $day',
    async ({ day, weeks }, { open }) => {
      const page = await open(`/${locale}/friday?asOf=${day}`, reported)
      const drawn = await page
        .locator('figure li svg[role=img]')
        .evaluateAll(rows =>
          rows.map(row => [...row.querySelectorAll('use')].map(use => use.getAttribute('href'))),
        )
      expect(drawn.map(row => row.length)).toEqual(Array.from({ length: 12 }, () => weeks.length))
      const letters = drawn.map(row => row.toReversed().map(href => href?.replace('#friday-', '').charAt(0)))
      expect(weeks.map((_, week) => letters.map(row => row[week]).join(''))).toEqual(weeks)
    },
  )

  test.for(DAYS)(
    'says who owes a report now, by role, as of $day',
    async ({ day, weeks, owners }, { open }) => {
      const page = await open(`/${locale}/friday?asOf=${day}`, reported)
      const due = page.locator('section[aria-labelledby=due]')
      const numbers = await due.locator('dd a').allTextContents()
      const expected = [...(weeks[0] ?? '')].flatMap((letter, index) => (letter === 'd' ? [index + 1] : []))
      expect(numbers.map(text => Number.parseInt(text, 10)).toSorted((a, b) => a - b)).toEqual(expected)
      expect(await due.locator('dt').count()).toBe(owners)
      const left = daysBetween(day, fridayOf(day))
      expect(await due.locator('h2 + p').textContent()).toMatch(
        left === 0 ? /ბოლო დღეა|last day/ : new RegExp(`(?<!\\d)${left} (?:დღე|day)`),
      )
      expect(await due.locator('details').count()).toBe(0)
    },
  )

  test('counts missed and late reports by role as the grid has them', async ({ open }) => {
    const page = await open(`/${locale}/friday?asOf=2026-03-27`, reported)
    const rows = await page
      .locator('section[aria-labelledby=shortfalls] dl > div')
      .evaluateAll(all => all.map(row => [...row.children].map(cell => cell.textContent.trim())))
    const { m, l } = STATE_WORDS[locale]
    expect(rows).toEqual([
      ['GOVERNANCE_OFFICER', `${m}: 1`, `${l}: 0`],
      ['PROGRAM_OWNER', `${m}: 1`, `${l}: 0`],
      ['RELEASE_MANAGER', `${m}: 0`, `${l}: 1`],
    ])
  })

  test('shows a quarter of a year at once, and leads through every older week', async ({ newPage }) => {
    const page = await newPage(reported)
    const origin = inject('reported')
    const seen: string[] = []
    let address: string | null = `/${locale}/friday`
    for (let pages = 0; address !== null && pages < 20; pages++) {
      await page.goto(address)
      const fridays = await page
        .locator('main table thead time')
        .evaluateAll(times => times.map(time => time.getAttribute('datetime') ?? ''))
      expect(fridays.length).toBeLessThanOrEqual(13)
      seen.push(...fridays)
      const older = page.locator('main nav a').filter({ hasText: /წინა|Earlier/ })
      address = (await older.count()) > 0 ? await older.getAttribute('href') : null
    }
    expect(seen.at(-1)).toBe('2026-03-13')
    expect(seen).toEqual(seen.map((_, week) => addDays(seen[0] ?? '', -7 * week)))
    await page.getByRole('banner').locator('summary').click()
    await page
      .getByRole('banner')
      .getByRole('link', { name: locale === 'ka' ? 'English' : 'ქართული' })
      .click()
    expect(new URL(page.url()).search).toMatch(/^\?to=\d{4}-\d\d-\d\d$/)
    expect(new URL(page.url()).origin).toBe(origin)
  })

  test.for([
    ['?asOf=2026-03-20&to=2026-03-14', 200],
    ['?to=2026-03-12', 200],
    ['?to=2026-03-06', 404],
    ['?to=2026-02-30', 400],
    ['?asOf=2026-03-20&to=2026-03-21', 400],
    ['?asOf=2026-03-03', 404],
    ['?asOf=2026-03-05', 200],
  ] as const)('answers %s with %i', async ([query, status]) => {
    const answer = await ask(`/${locale}/friday${query}`, { origin: inject('reported') })
    expect(answer.status).toBe(status)
  })

  test('gives an owner the command to copy, with the state of the files that the page shows', async ({
    open,
  }) => {
    const page = await open(`/${locale}/friday`, reported)
    const duty = page.locator('section[aria-labelledby=due] dd').filter({ hasText: /^6\. / })
    await duty.locator('summary').click()
    const [confirm, update] = await duty.locator('pre').allTextContents()
    expect(confirm).toMatch(/^npm run -s mza -- confirm 6 --as SECURITY_OFFICER --expect [0-9a-f]{12}$/)
    const expected = confirm?.slice(-12)
    expect(update).toBe(
      `npm run -s mza -- update 6 --status DONE --target 2026-03-10 --as SECURITY_OFFICER --expect ${expected}`,
    )
    expect(await duty.locator('pre').first().isVisible()).toBe(true)
  })

  test('expects the files as they are', async ({ open }) => {
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
    const texts = LOCALES.map(lang => `${lang} ${sha256(checklistText(lang))}`).toSorted()
    const page = await open(`/${locale}/friday`)
    expect(await page.locator('pre').first().textContent()).toContain(
      `--expect ${sha256(JSON.stringify([texts, []])).slice(0, 12)}`,
    )
  })

  test('leads to where the files are edited, the prevailing text first, only where somebody said so', async ({
    open,
  }) => {
    const base = `https://git.example/team/content/edit/main/${CHECKLIST.replace('/docs/', '')}`
    const page = await open(`/${locale}/friday`, reported)
    const links = await page
      .locator('a[href^="https://git.example"]')
      .evaluateAll(all => all.map(link => link.getAttribute('href')))
    expect(links).toEqual([`${base}/ka.md`, `${base}/en.md`])
    const other = await ask(`/${locale}/friday`)
    expect(other.body).not.toContain('edit/main')
    expect(other.body).toContain('npm run -s mza -- confirm 3')
  })

  test('scrolls its table by itself, by keyboard too, where it does not fit', async ({
    open,
    expect: expectHere,
  }) => {
    const page = await open(`/${locale}/friday`, { ...reported, width: 320 })
    const region = page.locator('main section[tabindex]')
    expect(await region.getAttribute('aria-label')).toBeTruthy()
    await region.focus()
    const scrolled = async () => {
      await page.keyboard.press('ArrowRight')
      return region.evaluate(element => element.scrollLeft)
    }
    await expectHere.poll(scrolled, { timeout: 15_000 }).toBeGreaterThan(0)
    expect(await region.locator('thead time').first().isVisible()).toBe(true)
  })

  test('speaks of the implied baseline too, and of the day today', async ({ open }) => {
    const page = await open(`/${locale}/friday`)
    expect(await page.locator('aside time').first().getAttribute('datetime')).toBe(today())
    expect(await page.locator('main table tbody tr').count()).toBe(12)
  })
})
