import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { authoritativeLocale, authorityOf, shownLocale } from '#features/localization/authority-rules.ts'
import { TEXT_LOCALES } from '#features/localization/locale-model.ts'

const locale = fc.constantFrom(...TEXT_LOCALES)
const available = fc.subarray([...TEXT_LOCALES], { minLength: 1 })

describe('authority', () => {
  test('is Georgian where a Georgian text exists, and the source is then no longer what prevails', () => {
    expect(authorityOf('ka', ['en', 'ka'], 'en')).toBe('authoritative')
    expect(authorityOf('en', ['en', 'ka'], 'en')).toBe('source')
    expect(authorityOf('ru', ['en', 'ka', 'ru'], 'en')).toBe('translation')
  })

  test('is the source language where there is no Georgian', () => {
    expect(authorityOf('en', ['en', 'ru'], 'en')).toBe('authoritative')
    expect(authorityOf('ru', ['en', 'ru'], 'en')).toBe('translation')
  })

  test('belongs to exactly one of the languages of a document that has its source', () => {
    fc.assert(
      fc.property(available, locale, (locales, source) => {
        const all = [...new Set([...locales, source])]
        const prevailing = all.filter(lang => authorityOf(lang, all, source) === 'authoritative')
        expect(prevailing).toEqual([authoritativeLocale(all, source)])
      }),
    )
  })
})

describe('the language shown', () => {
  test.each([
    ['ru', ['ka', 'en', 'ru'], 'en', 'ru'],
    ['ru', ['ka', 'en'], 'en', 'en'],
    ['ru', ['ka', 'hy'], 'hy', 'hy'],
    ['ru', ['ka', 'tr'], 'hy', 'ka'],
    ['ru', ['tr'], 'hy', 'tr'],
  ] as const)('to a reader of %s from %j written in %s is %s', (asked, locales, source, expected) => {
    expect(shownLocale(asked, locales, source)).toBe(expected)
  })

  test('is one that exists, whenever any does', () => {
    fc.assert(
      fc.property(locale, available, locale, (asked, locales, source) =>
        locales.includes(shownLocale(asked, locales, source) ?? ('none' as never)),
      ),
    )
  })
})
