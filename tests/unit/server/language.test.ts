import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LOCALES } from '#features/localization/locale-model.ts'
import { localeOfPath, preferredLocale, wishedLocale } from '#server/language.ts'

describe('the language for a reader whose address names none', () => {
  test.each([
    ['en-US,en;q=0.9', 'en'],
    ['ka-GE,ka;q=0.9,en;q=0.8', 'ka'],
    ['fr, en;q=0.3, ka;q=0.7', 'ka'],
    ['en;q=0, ka;q=0.1', 'ka'],
    ['tr-TR,en;q=0.5', 'tr'],
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

describe('the language that a page in another one is offered in', () => {
  test.each([
    ['en-US,en;q=0.9', 'en'],
    ['hy-AM', 'hy'],
    ['de, ar;q=0.4, ru;q=0.3', 'ar'],
    ['tr-TR;q=0.2', 'tr'],
    ['fr,de', null],
    ['*', null],
    ['en;q=0', null],
    ['', null],
    [undefined, null],
  ])('is for %j %s: none that the reader did not ask for', (header, locale) => {
    expect(wishedLocale(header)).toBe(locale)
  })

  test('is the same however often it is asked for', () => {
    fc.assert(
      fc.property(fc.string(), header => {
        expect(wishedLocale(header)).toBe(wishedLocale(header))
      }),
    )
  })
})
