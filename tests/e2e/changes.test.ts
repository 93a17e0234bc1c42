import type { Page } from 'playwright'
import { describe, expect, inject } from 'vitest'
import { addDays, today } from './days.ts'
import { ask as askOrigin } from './http.ts'
import { describedBy } from './openapi.ts'
import { CHECKLIST, LOCALES } from './places.ts'
import { test } from './reader.ts'

const ID = 'GOS-80-CHAIN-NO-REWORK-CHECKLIST'
const RESOURCE = '/api/v1/checklists/{id}/changes'
const WEEK = '/changes?from=2026-03-13&to=2026-03-20'

const ask = (address: string) => askOrigin(address, { origin: inject('reported') })

const words = (text: string | null) => (text ?? '').replaceAll(/\s+/g, ' ').trim()

/** What the page says of each workstream: its words, by its number. */
const toldOn = async (page: Page): Promise<Record<string, string>> => {
  const told = page.locator('main section > ol > li')
  const texts = await told.allInnerTexts()
  return Object.fromEntries(texts.map(text => [/^\d+/.exec(text)?.[0] ?? text, words(text)]))
}

describe.for(LOCALES)('what changed, in %s', locale => {
  const isGeorgian = locale === 'ka'

  test('is told by workstream, with who and why', async ({ open }) => {
    const page = await open(`/${locale}${WEEK}`, { baseURL: inject('reported') })
    const told = await toldOn(page)

    expect(Object.keys(told)).toEqual(['3', '5', '6', '7', '10'])
    expect(told['6']).toMatch(
      isGeorgian
        ? /მიმდინარე IN_PROGRESS → შეფერხებული BLOCKED .*საიდუმლო მონაცემების.*2026 წლის 18 მარტი, 13:40 · SECURITY_OFFICER/
        : /In progress IN_PROGRESS → Blocked BLOCKED .*Access to the secrets.*March 18, 2026, 13:40 · SECURITY_OFFICER/,
    )
    expect(told['5']).toMatch(
      isGeorgian ? /2026 წლის 20 მარტი → 2026 წლის 27 მარტი/ : /March 20, 2026 → March 27, 2026/,
    )
    expect(words(await page.locator('main').textContent())).toContain(
      isGeorgian
        ? '5 ანგარიშით დადასტურდა, რომ ცვლილება არ ყოფილა; მიმართულებები: 8, 9, 11 და 12.'
        : '5 reports confirm that nothing had changed; workstreams: 8, 9, 11, and 12.',
    )
  })

  test('gives a reason in the language it was written in, and says which', async ({ open }) => {
    const page = await open(`/${locale}${WEEK}`, { baseURL: inject('reported') })
    const reason = page.getByText('The load test is repeated.')
    expect(await reason.evaluate(each => each.closest('[lang]')?.getAttribute('lang'))).toBe('en')
  })

  test('names the texts that changed, with their commits', async ({ open }) => {
    const page = await open(`/${locale}${WEEK}`, { baseURL: inject('reported') })
    const texts = page.locator('section[aria-labelledby=texts]')
    expect(await texts.locator('ul ul li').allTextContents()).toEqual([
      expect.stringMatching(
        isGeorgian ? /^ინგლისური: .*20:00 · ცვლილება [0-9a-f]{10}$/ : /^English: .*20:00/,
      ),
      expect.stringMatching(isGeorgian ? /^ქართული: .*20:00/ : /^Georgian: .*20:00 · change [0-9a-f]{10}$/),
    ])
  })

  test('leads to the weeks before and after, and stays there in the other language', async ({ open }) => {
    const page = await open(`/${locale}${WEEK}`, { baseURL: inject('reported') })
    await page.locator('a[rel=prev]').click()
    expect(new URL(page.url()).search).toBe('?from=2026-03-06&to=2026-03-13')
    await page.locator('a[rel=next]').click()
    await page.locator('a[rel=next]').click()
    expect(new URL(page.url()).search).toBe('?from=2026-03-20&to=2026-03-27')
    await page.locator('header summary').click()
    await page
      .locator('header a[hreflang]')
      .nth(isGeorgian ? 1 : 0)
      .click()
    expect(new URL(page.url()).pathname).toBe(isGeorgian ? '/en/changes' : '/ka/changes')
    expect(new URL(page.url()).search).toBe('?from=2026-03-20&to=2026-03-27')
  })

  test('is asked of any two days, without script', async ({ open }) => {
    const page = await open(`/${locale}/changes`, { baseURL: inject('reported') })
    await page.locator('main summary').click()
    await page.locator('input[name=from]').fill('2026-03-10')
    await page.locator('input[name=to]').fill('2026-03-11')
    await page.locator('main').getByRole('button').click()
    expect(new URL(page.url()).search).toBe('?from=2026-03-10&to=2026-03-11')
    expect(Object.keys(await toldOn(page))).toEqual(['10'])
  })

  test('is by itself what changed since the last Friday; where nothing did, it says so', async ({ open }) => {
    const page = await open(`/${locale}/changes`, { baseURL: inject('reported') })
    const main = page.locator('main')
    expect(words(await main.textContent())).toContain(
      isGeorgian
        ? 'არც ერთი მიმართულების სტატუსი ან ვადა არ შეცვლილა'
        : 'No status and no target date changed',
    )
    await main.locator('section p a').click()
    expect(new URL(page.url()).search).toBe('?from=2026-03-20&to=2026-03-27')
    expect(Object.keys(await toldOn(page))).toEqual(['3', '5', '6'])
  })

  test('ends with the day that the portal is shown for', async ({ open }) => {
    const page = await open(`/${locale}/changes?asOf=2026-03-18`, { baseURL: inject('reported') })
    expect(Object.keys(await toldOn(page))).toEqual(['3', '6'])
    for (const link of await page.locator('main nav a').all())
      expect(await link.getAttribute('href')).toContain('asOf=2026-03-18')
    await page.locator('main summary').click()
    await page.locator('main').getByRole('button').click()
    expect(new URL(page.url()).searchParams.get('asOf')).toBe('2026-03-18')
    expect((await ask(`/${locale}/changes?to=2026-03-19&asOf=2026-03-18`)).status).toBe(400)
  })

  test('says where the record begins', async ({ open }) => {
    const page = await open(`/${locale}/changes?from=2026-03-01&to=2026-03-04`)
    const text = words(await page.locator('main').textContent())
    expect(text).toContain(
      isGeorgian ? 'იწყება შემდეგი დღიდან: 2026 წლის 4 მარტი' : 'The record begins on March 4, 2026',
    )
    // The project's own checklist has no change log: its table is the baseline.
    expect(text).toContain(isGeorgian ? 'ცვლილებების ჟურნალი ჯერ არ არსებობს' : 'There is no change log yet')
    expect(Object.keys(await toldOn(page))).toHaveLength(12)
    expect((await ask(`/${locale}/changes?to=2026-03-03`)).status).toBe(404)
  })

  test.for([
    { query: 'from=2026-02-30', says: { ka: 'from=2026-03-06', en: 'from=2026-03-06' } },
    { query: 'to=', says: { ka: 'შესადარებელი თარიღი არასწორია', en: 'is not a date' } },
    {
      query: `to=${addDays(today(), 2)}`,
      says: { ka: 'აირჩიეთ ეს დღე ან უფრო ადრეული', en: 'Choose that day or an earlier one' },
    },
    {
      query: 'from=2026-03-13&to=2026-03-12',
      says: { ka: 'პირველი დღე მეორეს მოსდევს', en: 'lies after the second' },
    },
  ])('cannot be told of ?$query, and the page says what to do', async ({ query, says }) => {
    const { status, body } = await ask(`/${locale}/changes?${query}`)
    expect(status).toBe(400)
    expect(body).toContain(says[locale])
    expect(body).toContain(`href="/${locale}/changes"`)
  })

  test('is the same as data', async ({ open }) => {
    const answer = await ask(`${RESOURCE.replace('{id}', ID)}?locale=${locale}&from=2026-03-13&to=2026-03-20`)
    const { workstreams, confirmations, texts, baseline } = JSON.parse(answer.body)
    const page = await open(`/${locale}${WEEK}`, { baseURL: inject('reported') })

    expect(await describedBy(RESOURCE, answer)).toEqual([])
    expect(workstreams.map(({ number }: { number: number }) => String(number))).toEqual(
      Object.keys(await toldOn(page)),
    )
    expect(workstreams[2]).toMatchObject({
      number: 6,
      before: { status: 'IN_PROGRESS', targetDate: '2026-03-10' },
      after: { status: 'BLOCKED', targetDate: '2026-03-10' },
      steps: [{ changes: ['blocked'], by: 'SECURITY_OFFICER', for: '2026-03-20', note: { lang: locale } }],
    })
    expect(confirmations).toEqual({ count: 5, workstreams: [8, 9, 11, 12] })
    expect(texts.map(({ lang }: { lang: string }) => lang)).toEqual(['en', 'ka'])
    expect(baseline).toBe('2026-03-04')
  })
})

test.for([
  { query: 'from=2026-02-30', code: 'span-malformed' },
  { query: 'to=9999-12-31', code: 'span-future' },
  { query: 'from=2026-03-13&to=2026-03-12', code: 'span-reversed' },
])('the API refuses ?$query as $code', async ({ query, code }) => {
  const answer = await ask(`${RESOURCE.replace('{id}', ID)}?${query}`)
  expect(answer.status).toBe(400)
  expect(JSON.parse(answer.body).type).toBe(`urn:mza:problem:${code}`)
  expect(await describedBy(RESOURCE, answer)).toEqual([])
})

test('the API knows a path with ~ for /, and no other document', async () => {
  const path = CHECKLIST.replace('/docs/', '').replaceAll('/', '~')
  expect((await ask(RESOURCE.replace('{id}', path))).status).toBe(200)
  expect((await ask(RESOURCE.replace('{id}', 'nothing'))).status).toBe(404)
})
