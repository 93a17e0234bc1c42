import { describe, expect, inject, test } from 'vitest'
import { ask } from './http.ts'
import { CHECKLIST, EVERY_LOCALE, LOCALES } from './places.ts'

test.for([
  { accepts: 'en', locale: 'en' },
  { accepts: 'en-GB,en;q=0.9,ka;q=0.8', locale: 'en' },
  { accepts: 'ka-GE,en;q=0.5', locale: 'ka' },
  { accepts: 'fr-FR,fr;q=0.9', locale: 'ka' },
  { accepts: 'fr,en;q=0.3', locale: 'en' },
  { accepts: undefined, locale: 'ka' },
])('a reader of “$accepts” is led once, to $locale', async ({ accepts, locale }) => {
  const headers = accepts === undefined ? {} : { 'accept-language': accepts }
  const answer = await ask('/', { headers })
  expect(answer.status).toBe(307)
  expect(answer.headers).toMatchObject({ location: `/${locale}`, vary: 'Accept-Language' })
  expect((await ask(`/${locale}`, { headers })).status).toBe(200)
})

const SLUG = 'docs-80-chain-no-rework-migration-checklist-md'

test.for(
  EVERY_LOCALE.flatMap(locale =>
    [
      `/docs?doc=${SLUG}`,
      `/global/docs?doc=${SLUG}`,
      `/how-it-works/docs?doc=${SLUG}`,
      `/docs?doc=${SLUG.toUpperCase()}`,
    ].map(address => ({ locale, address })),
  ),
)(
  'an address of the older portal leads for good to the document in $locale: $address',
  async ({ locale, address }) => {
    const { status, headers } = await ask(`/${locale}${address}`)
    expect([status, headers.location]).toEqual([308, `/${locale}${CHECKLIST}`])
  },
)

describe.for(LOCALES)('an address in %s', locale => {
  test.for(['/docs?doc=docs-nothing-md', '/global/docs?doc=docs-nothing-md', '/global/docs'])(
    'of the older portal for what is not here leads nowhere: %s',
    async address => {
      expect((await ask(`/${locale}${address}`)).status).toBe(404)
    },
  )

  test.for([
    { short: '/w/10', long: `${CHECKLIST}/10` },
    { short: '/w/1?asOf=2026-03-10', long: `${CHECKLIST}/1?asOf=2026-03-10` },
  ])('for minutes leads to the workstream: $short', async ({ short, long }) => {
    const { status, headers } = await ask(`/${locale}${short}`)
    expect([status, headers.location]).toEqual([307, `/${locale}${long}`])
    expect((await ask(`/${locale}${long}`)).status).toBe(200)
  })

  test.for([
    '/nowhere',
    '/w/13',
    '/w/0',
    '/w/01',
    '/w/ten',
    `${CHECKLIST}/13`,
    `${CHECKLIST}/0`,
    `${CHECKLIST}/01`,
    `${CHECKLIST}/1/1`,
    '/docs/80_chain',
    '/docs/80_chain/nothing',
    '/docs/10_normative/authority-of-georgian-texts/1',
    '/ქართული',
  ])('that leads nowhere says so in its own language: %s', async path => {
    const { location } = (await ask(encodeURI(`/${locale}${path}`))).headers
    const { status, body } = await ask(location ?? encodeURI(`/${locale}${path}`))
    expect(status).toBe(404)
    expect(body).toContain(`<html lang="${locale}" dir="ltr">`)
    expect(body).toContain(locale === 'ka' ? 'ასეთი გვერდი არ არსებობს' : 'There is no such page')
    expect(body).not.toContain('aria-current="page"')
  })

  test('without a language of ours leads nowhere in the reader’s language', async () => {
    for (const path of ['/nowhere', '/de', '/docs']) {
      const { status, body } = await ask(path, { headers: { 'accept-language': locale } })
      expect(status).toBe(404)
      expect(body).toContain(`<html lang="${locale}" dir="ltr">`)
    }
  })

  test('is the same with a slash at its end', async () => {
    const { body } = await ask(`/${locale}/docs`)
    expect(await ask(`/${locale}/docs/`)).toMatchObject({ status: 200, body })
  })
})

test('every address of the site map answers, and it names every page in every language', async () => {
  const { status, body } = await ask('/sitemap.xml')
  const places = [...body.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, place = '']) => place)
  const others = [...body.matchAll(/hreflang="\w+" href="([^"]+)"/g)].map(([, place = '']) => place)

  expect(status).toBe(200)
  expect(new Set(places).size).toBe(20)
  expect(places).toHaveLength(20)
  expect(others).toHaveLength(EVERY_LOCALE.length * 20)
  expect(others).toEqual(expect.arrayContaining(places))
  for (const place of others) {
    expect(new URL(place).origin).toBe(inject('origin'))
    expect([place, (await ask(new URL(place).pathname)).status]).toEqual([place, 200])
  }
})

test('robots are told that all may be read, and where the site map is', async () => {
  const { status, headers, body } = await ask('/robots.txt')
  expect(status).toBe(200)
  expect(headers['content-type']).toMatch(/^text\/plain/)
  expect(body).toMatch(/^Allow: \/$/m)
  expect(body).toContain(`Sitemap: ${inject('origin')}/sitemap.xml`)
})

test('the portal has an icon', async () => {
  const { status, headers, body } = await ask('/favicon.svg')
  expect(status).toBe(200)
  expect(headers['content-type']).toBe('image/svg+xml')
  expect(body).toContain('<svg')
})
