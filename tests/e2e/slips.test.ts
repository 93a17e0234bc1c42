import type { Page } from 'playwright'
import { describe, expect, inject } from 'vitest'
import { ask } from './http.ts'
import { CHECKLIST, LOCALES, type Locale } from './places.ts'
import { test } from './reader.ts'

const ID = 'GOS-80-CHAIN-NO-REWORK-CHECKLIST'
const TWICE: Record<Locale, string> = {
  ka: 'ვადა გადაიწია 2-ჯერ; თავდაპირველი ვადა: 2026 წლის 10 მარტი',
  en: 'moved later 2 times; originally March 10, 2026',
}
const ONCE: Record<Locale, string> = {
  ka: 'ვადა გადაიწია ერთხელ; თავდაპირველი ვადა: 2026 წლის 10 მარტი',
  en: 'moved later once; originally March 10, 2026',
}

const MISSING = /Metadata incomplete: Change Log|მეტამონაცემები არასრულია: ცვლილებების ჟურნალი/
const NO_LOG = /There is no change log yet|ცვლილებების ჟურნალი ჯერ არ არსებობს/

/** The row of a workstream in the table of a page. */
const rowOf = (page: Page, number: number) =>
  page.locator('main table tbody tr').filter({ has: page.locator(`td:first-child:text-is("${number}")`) })

const reported = { baseURL: inject('reported') }

describe.concurrent.for(LOCALES)('a moved target date, in %s', locale => {
  test.for(['', CHECKLIST])(
    'stands in the list with every move, its day, role and reason, at %s',
    async (path, { open }) => {
      const page = await open(`/${locale}${path}?asOf=2026-03-27`, reported)
      const row = rowOf(page, 5)
      expect((await row.locator('summary').textContent())?.trim()).toBe(TWICE[locale])
      expect(await row.locator('time').first().getAttribute('datetime')).toBe('2026-03-27')

      await row.locator('summary').click()
      const moves = await row.locator('ol > li').all()
      expect(moves).toHaveLength(2)
      const days = await row
        .locator('ol time')
        .evaluateAll(times => times.map(time => time.getAttribute('datetime')))
      expect(days).toEqual(['2026-03-10', '2026-03-19'])
      for (const move of moves) {
        expect(await move.isVisible()).toBe(true)
        expect(await move.textContent()).toContain('ORCHESTRATION_ENGINEER')
      }
      expect(await moves[0]?.textContent()).toContain(
        locale === 'ka'
          ? 'განმეორებითი მცდელობების ზღვრები ჯერ არ არის გაზომილი.'
          : 'The limits of the retries have not been measured yet.',
      )
      const second = row.getByText('The load test is repeated.')
      expect(await second.evaluate(element => element.closest('[lang]')?.getAttribute('lang'))).toBe('en')
    },
  )

  test.for([
    ['2026-03-09', null],
    ['2026-03-13', ONCE[locale]],
    ['2026-03-20', TWICE[locale]],
  ] as const)('has moved as of %s: %s', async ([day, words], { open }) => {
    const page = await open(`/${locale}?asOf=${day}`, reported)
    const summaries = await rowOf(page, 5).locator('summary').allTextContents()
    expect(summaries.map(text => text.trim())).toEqual(words === null ? [] : [words])
    expect(await rowOf(page, 3).locator('summary').count()).toBe(0)
  })

  test('is drawn with the date first set, and the drawing says so', async ({ open }) => {
    const page = await open(`/${locale}?asOf=2026-03-27`, reported)
    const bars = page.locator('figure li svg[role=img]')
    expect(await bars.nth(4).getAttribute('aria-label')).toContain(TWICE[locale])
    expect(await bars.nth(2).getAttribute('aria-label')).not.toMatch(/გადაიწია|moved/)
    const marks = await bars.evaluateAll(all =>
      all.map(bar => bar.querySelectorAll('circle.stroke-ink').length),
    )
    expect(marks).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0])
  })

  test('never looks like a kept one where work is left by owner', async ({ open }) => {
    const page = await open(`/${locale}?asOf=2026-03-20`, reported)
    const duty = page.locator('section[aria-labelledby=duties] dd').filter({ hasText: /^5\. / })
    expect(await duty.textContent()).toContain(TWICE[locale].split(';')[0])
  })

  test('is told with all its moves on paper, though nothing can be unfolded there', async ({ open }) => {
    const page = await open(`/${locale}?asOf=2026-03-27`, reported)
    const reason = page.getByText('The load test is repeated.')
    expect(await reason.isVisible()).toBe(false)
    await page.emulateMedia({ media: 'print' })
    expect(await reason.isVisible()).toBe(true)
    const { height = 0 } = (await reason.boundingBox()) ?? {}
    expect(height).toBeGreaterThan(5)
  })
})

describe.concurrent.for(LOCALES)('the change log, in %s', locale => {
  test.for([
    ['2026-03-04', false],
    ['2026-03-08', false],
    ['2026-03-09', true],
    ['2026-03-27', true],
    [null, true],
  ] as const)(
    'completes the metadata from the day of its first report on: %s, %s',
    async ([day, isThere]) => {
      const query = day === null ? '' : `asOf=${day}`
      const origin = inject('reported')
      const page = await ask(`/${locale}${CHECKLIST}?${query}`, { origin })
      expect([page.status, MISSING.test(page.body)]).toEqual([200, !isThere])
      const workstream = await ask(`/${locale}${CHECKLIST}/5?${query}`, { origin })
      expect([workstream.status, NO_LOG.test(workstream.body)]).toEqual([200, !isThere])
      for (const kind of ['checklists', 'documents']) {
        const answer = await ask(`/api/v1/${kind}/${ID}?locale=${locale}&${query}`, { origin })
        expect(JSON.parse(answer.body).document.missingMetadata).toEqual(isThere ? [] : ['Change Log'])
      }
    },
  )

  test('is missed while there is none', async () => {
    const page = await ask(`/${locale}${CHECKLIST}`)
    expect(page.body).toMatch(MISSING)
    const answer = await ask(`/api/v1/checklists/${ID}?locale=${locale}`)
    expect(JSON.parse(answer.body).document.missingMetadata).toEqual(['Change Log'])
  })
})
