import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseAddress } from '#server/address.ts'

describe('an address', () => {
  test('keeps its path and the parameters the portal knows, in one order', () => {
    expect(parseAddress('/ka/docs?doc=x&asOf=2026-03-10')).toEqual({
      path: '/ka/docs',
      search: '?asOf=2026-03-10&doc=x',
    })
  })

  test('loses every parameter the portal does not know', () => {
    expect(parseAddress('/ka?_rsc=1&nxtPlocale=en&utm_source=a')).toEqual({ path: '/ka', search: '' })
  })

  test.each([
    ['/ka/changes', '?from=a&to=b'],
    ['/api/v1/checklists/X/changes', '?from=a&to=b'],
    ['/ka/docs/x/changes', ''],
    ['/ka', ''],
    ['/ka/docs/x/y/3', '?before=c'],
    ['/ka/docs/x/y/3.md', '?before=c'],
    ['/ka/docs/x/y.md', ''],
    ['/ka/docs/x/y', ''],
  ])('keeps at %s what is read there and nothing else: “%s”', (path, search) => {
    expect(parseAddress(`${path}?before=c&to=b&from=a`)).toEqual({ path, search })
  })

  test.each([
    ['/ka/evidence', '?check=d&after=e'],
    ['/api/v1/evidence', '?check=d&after=e'],
    ['/en/evidence.csv', '?check=d&after=e'],
    ['/ka/evidence/dev/smoke.1', '?intent=c&after=e'],
    ['/ka/evidence/dev/smoke.1.csv', '?intent=c&after=e'],
    ['/api/v1/evidence/dev/smoke-1/records', '?intent=c&after=e'],
    ['/api/v1/evidence/dev/smoke-1', ''],
    ['/ka/evidence/dev/smoke-1/records/3', ''],
    ['/api/v1/evidence/dev/smoke-1/records/3', ''],
    ['/ka/evidence/compare', '?a=f'],
    ['/api/v1/evidence/compare', '?a=f'],
    ['/evidence/dev/smoke-1/run.json', ''],
  ])('of evidence keeps at %s what is read there and nothing else: “%s”', (path, search) => {
    expect(parseAddress(`${path}?a=f&after=e&check=d&intent=c`)).toEqual({ path, search })
  })

  test.each([
    ['/ka/search', '?q=f&category=g&status=h&language=i&page=3'],
    ['/en/search.csv', '?q=f&category=g&status=h&language=i&page=3'],
    ['/api/v1/search', '?q=f&category=g&status=h&language=i&page=3'],
    ['/ka/docs', '?category=g&page=3'],
    ['/ka', ''],
  ])('of a search keeps at %s what is read there and nothing else: “%s”', (path, search) => {
    expect(parseAddress(`${path}?page=3&q=f&language=i&status=h&category=g`)).toEqual({ path, search })
  })

  test('of a search may be as long as 2 kB of any bytes take, and says of more that it is more', () => {
    const bytes = '%E1%83%90'.repeat(682)
    expect(new URLSearchParams(parseAddress(`/ka/search?q=${bytes}`)?.search).get('q')).toHaveLength(682)
    const longer = parseAddress(`/ka/search?q=${'a'.repeat(9000)}`)
    expect(new URLSearchParams(longer?.search).get('q')).toHaveLength(2049)
    expect(parseAddress(`/ka?q=${bytes}`)).toBeNull()
  })

  test('loses a slash at its end, so that one page has one address', () => {
    expect(parseAddress('/ka/docs/')?.path).toBe('/ka/docs')
    expect(parseAddress('/')?.path).toBe('/')
  })

  test.each([
    ['an encoded slash', '/ka/docs%2Fx'],
    ['an encoded backslash', '/ka%5Cx'],
    ['an encoded NUL', '/ka/%00'],
    ['a doubly encoded separator', '/ka/%252e%252e/x'],
    ['a parent folder', '/ka/../x'],
    ['an encoded parent folder', '/ka/%2E%2e/x'],
    ['a half encoded one', '/ka/.%2e'],
    ["the ending of the renderer's own protocol", '/ka/docs.rsc'],
    ['a segment of it', '/ka/docs.segments/_tree.segment.rsc'],
    ['a doubled slash', '//example.org/ka'],
    ['bytes that are not UTF-8', '/ka/%ff'],
    ['an absolute form', 'http://example.org/ka'],
    ['more than 2048 characters', `/ka/${'a'.repeat(2048)}`],
  ])('is refused with %s', (_, target) => {
    expect(parseAddress(target)).toBeNull()
  })

  test('never throws, and what it lets through can be parsed again to the same', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webPath(), fc.string()), fc.webQueryParameters(), (path, query) => {
        const address = parseAddress(`/${path}?${query}`)
        if (address) expect(parseAddress(address.path + address.search)).toEqual(address)
      }),
    )
  })
})
