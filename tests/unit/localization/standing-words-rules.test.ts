import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AUTHORITIES, type AuthoredText } from '#features/localization/authority-model.ts'
import { LOCALES, TEXT_LOCALES } from '#features/localization/locale-model.ts'
import {
  authorityWords,
  behindWords,
  remarkOn,
  standingWords,
} from '#features/localization/standing-words-rules.ts'
import { wordingIn } from '#features/localization/wording.ts'

const behind = fc.constantFrom<{ behind?: number | null }>({}, { behind: null }, { behind: 1 }, { behind: 7 })

const texts = fc
  .record({
    text: fc.string(),
    lang: fc.constantFrom(...TEXT_LOCALES),
    authority: fc.constantFrom(...AUTHORITIES),
    lag: behind,
  })
  .map(({ lag, ...text }): AuthoredText => ({ ...text, ...lag }))

describe.each(LOCALES)('what words from the content count for, said in %s', locale => {
  test('is said of every text, with its language where that is another, and how far it is behind', async () => {
    const wording = await wordingIn(locale)
    fc.assert(
      fc.property(texts, text => {
        const words = standingWords(text, wording)
        const authority = authorityWords(text.authority, wording)
        expect(words.toLocaleLowerCase(locale)).toContain(authority.toLocaleLowerCase(locale))
        expect(words.replace(/^[\u200f\u2068]+/, '').startsWith(wording.language(text.lang))).toBe(
          text.lang !== locale,
        )
        expect(words.includes(behindWords(text, wording) ?? '\0')).toBe(text.behind !== undefined)
      }),
    )
  })

  test('goes on in the letters of a sentence after its language, and begins with a capital by itself', async () => {
    const wording = await wordingIn(locale)
    for (const authority of AUTHORITIES) {
      const lang = locale === 'ka' ? 'en' : 'ka'
      const by = authorityWords(authority, wording)
      const within = standingWords({ text: '', lang: locale, authority }, wording)
      expect(by).not.toMatch(/^\p{Changes_When_Titlecased}/u)
      expect(within).not.toMatch(/^\p{Uppercase_Letter}/u)
      expect(standingWords({ text: '', lang, authority }, wording)).toContain(within)
    }
  })

  test('needs no remark only of words that prevail, in the language around them', async () => {
    const wording = await wordingIn(locale)
    fc.assert(
      fc.property(texts, text => {
        const isPlain =
          text.authority === 'authoritative' && text.lang === locale && text.behind === undefined
        expect(remarkOn(text, wording) === null).toBe(isPlain)
      }),
    )
  })

  test('tells one revision from many, and from not knowing', async () => {
    const wording = await wordingIn(locale)
    const said = [1, 7, null].map(lag => behindWords({ behind: lag }, wording))
    expect(new Set(said).size).toBe(3)
    expect(behindWords({}, wording)).toBeNull()
  })
})
