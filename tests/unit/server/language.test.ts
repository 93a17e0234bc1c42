import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LOCALES } from '#features/localization/locale-model.ts'
import { isLegacyElsewhere, localeOfPath, preferredLocale } from '#server/language.ts'

describe('the language for a reader whose address names none', () => {
  test.each([
    ['en-US,en;q=0.9', 'en'],
    ['ka-GE,ka;q=0.9,en;q=0.8', 'ka'],
    ['fr, en;q=0.3, ka;q=0.7', 'ka'],
    ['en;q=0, ka;q=0.1', 'ka'],
    ['fr,de', 'ka'],
    ['', 'ka'],
    [undefined, 'ka'],
  ])('for %j is %s', (header, locale) => {
    expect(preferredLocale(header)).toBe(locale)
  })

  test('is always one the portal has, whatever the header holds', () => {
    fc.assert(fc.property(fc.string(), header => LOCALES.includes(preferredLocale(header))))
  })

  test('is what the address says where it says one', () => {
    expect(localeOfPath('/en/docs')).toBe('en')
    expect(localeOfPath('/english')).toBeNull()
  })
})

describe('an address of the older portal in a language the interface does not have yet', () => {
  const at = (path: string, search: string) => isLegacyElsewhere({ path, search })

  test('is known by its language, its place and its parameter', () => {
    expect(at('/ru/docs', '?doc=a')).toBe(true)
    expect(at('/hy/how-it-works/docs', '?doc=a')).toBe(true)
  })

  test.each([
    ['/en/docs', '?doc=a'],
    ['/fr/docs', '?doc=a'],
    ['/ru/docs', ''],
    ['/ru/a/b/docs', '?doc=a'],
  ])('is not %s%s', (path, search) => {
    expect(at(path, search)).toBe(false)
  })
})
