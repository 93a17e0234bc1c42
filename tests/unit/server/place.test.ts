import { describe, expect, test } from 'vitest'
import { parseAddress } from '#server/address.ts'
import { placeOf } from '#server/place.ts'

const at = (target: string) => {
  const address = parseAddress(target)
  return address && placeOf(address)
}

describe('what stands at an address', () => {
  test.each([
    ['/ka', 'page', 'ka', true],
    ['/en/docs/80_chain/x/3?asOf=2026-03-10', 'page', 'en', true],
    ['/ka/nowhere', 'page', 'ka', true],
    ['/api/v1/checklists?locale=en', 'data', null, true],
    ['/sitemap.xml', 'file', null, true],
    ['/api/v1/openapi.json', 'data', null, false],
    ['/robots.txt', 'file', null, false],
    ['/_next/static/media/a.woff2', 'file', null, false],
    ['/ka/unavailable', 'page', 'ka', false],
    ['/feeds/ka.atom?asOf=2026-03-10', 'file', null, true],
    ['/calendar/en.ics?role=SRE_LEAD', 'file', null, true],
    ['/badge/10.svg?locale=en', 'file', null, true],
    ['/llms.txt', 'file', null, true],
    ['/ka/docs/80_chain/x.md', 'file', null, true],
    ['/en/docs.csv?asOf=2026-03-10', 'file', null, true],
  ])('%s is a %s in %s, and shows content: %s', (target, kind, locale, isContent) => {
    expect(at(target)).toMatchObject({ kind, locale, isContent })
  })

  test.each([
    '/',
    '/xx',
    '/_next/static/chunks/a.js',
    '/_next/data/x/en.json',
    '/favicon.ico',
    '/server/env.ts',
    '/twins/md/ka',
    '/xx/docs.md',
    '/feeds/ka/x.atom',
    '/calendar/ka',
    '/feeds/ka.anything.atom',
    '/feeds/.atom',
    '/calendar/ka.x.ics',
    '/calendar/kat.ics',
  ])('is nothing at %s', target => {
    expect(at(target)).toBeNull()
  })

  test.each([
    ['/ka/index.md', '/twins/md/ka'],
    ['/ka/docs.csv?asOf=2026-03-10', '/twins/csv/ka/docs?asOf=2026-03-10'],
    ['/en/docs/80_chain/x/3.md', '/twins/md/en/docs/80_chain/x/3'],
    ['/calendar/ka.ics?role=SRE_LEAD&locale=en', '/calendar/ka.ics?role=SRE_LEAD'],
    ['/badge/1.svg?role=SRE_LEAD&locale=en', '/badge/1.svg?locale=en'],
  ])('is asked for at %s from the renderer as %s', (address, target) => {
    expect(at(address)?.target).toBe(target)
  })

  test('is the same for every way to write the address', () => {
    const ways = [
      '/ka/docs?asOf=2026-03-10',
      '/ka/%64ocs/?asOf=2026-03-10&x=1',
      '/%6B%61/docs?x&asOf=2026-03-10',
    ]
    expect(new Set(ways.map(way => at(way)?.target))).toEqual(new Set(['/ka/docs?asOf=2026-03-10']))
  })

  test('does not differ by parameters that nothing there reads', () => {
    expect(at('/ka?doc=x&locale=en')?.target).toBe('/ka')
    expect(at('/favicon.svg?asOf=2026-03-10')?.target).toBe('/favicon.svg')
  })
})
