import type { Page } from 'playwright'
import { expect, inject } from 'vitest'
import {
  EVERY_LOCALE,
  EVERY_PAGE,
  EVERY_PAST_PAGE,
  EVERY_PROBLEM,
  LOCALES,
  RULE_OF_AUTHORITY,
} from './places.ts'
import { test } from './reader.ts'

const attributes = (page: Page, selector: string, name: string): Promise<(string | null)[]> =>
  page.locator(selector).evaluateAll((elements, asked) => elements.map(e => e.getAttribute(asked)), name)

test.concurrent.for([...EVERY_PAGE, ...EVERY_PAST_PAGE])(
  '$name in $locale says its language, subject, own address and its addresses in other languages',
  async ({ address, path, locale }, { open }) => {
    const origin = inject('origin')
    const [place] = path.split('?')
    const page = await open(address)

    expect(await attributes(page, 'html', 'lang')).toEqual([locale])
    expect(await page.locator('h1').count()).toBe(1)
    expect(await page.title()).toMatch(locale === 'ka' ? /^.{5,} · მზა$/ : /^.{5,} · Mza$/)
    expect(await attributes(page, 'meta[name=description]', 'content')).toEqual([
      expect.stringMatching(/\S.{20,}/),
    ])
    expect(await attributes(page, 'link[rel=canonical]', 'href')).toEqual([`${origin}/${locale}${place}`])
    expect(await attributes(page, 'link[rel=icon]', 'href')).toEqual(['/favicon.svg'])
    const alternates = page.locator('link[rel=alternate][hreflang]')
    expect(
      await alternates.evaluateAll(links =>
        links.map(link => [link.getAttribute('hreflang'), link.getAttribute('href')]),
      ),
    ).toEqual([
      ...EVERY_LOCALE.map(other => [other, `${origin}/${other}${place}`]),
      ['x-default', `${origin}/ka${place}`],
    ])
  },
)

test('no two pages have the same title, and each is there in every language', async ({ newPage }) => {
  const page = await newPage()
  const titles: string[] = []
  for (const { address } of EVERY_PAGE) {
    expect((await page.goto(address))?.status()).toBe(200)
    titles.push(await page.title())
  }
  expect(new Set(titles).size).toBe(EVERY_PAGE.length)
})

test.concurrent.for(EVERY_PROBLEM)(
  '$name in $locale says so in its title and heading',
  async ({ address, locale }, { open }) => {
    const page = await open(address)
    const heading = (await page.locator('h1').textContent()) ?? ''

    expect(await attributes(page, 'html', 'lang')).toEqual([locale])
    expect(await page.locator('h1').count()).toBe(1)
    expect(await page.title()).toContain(heading)
    expect(await page.locator('link[rel=canonical]').count()).toBe(0)
    // Without it Chromium asks for /favicon.ico, which there is none of.
    expect(await attributes(page, 'link[rel=icon]', 'href')).toEqual(['/favicon.svg'])
  },
)

test.concurrent.for(LOCALES)(
  'the title of a page in %s begins with its heading',
  async (locale, { open }) => {
    for (const path of ['', '/docs', RULE_OF_AUTHORITY]) {
      const page = await open(`/${locale}${path}`)
      expect(await page.title()).toMatch(new RegExp(`^${await page.locator('h1').textContent()} · `))
    }
  },
)
