import { describe, expect, test } from 'vitest'
import { localizedText } from '#features/localization/localized-text-rules.ts'

describe('a text of the ledger', () => {
  test('comes in the language asked for and says that the Georgian one prevails', () => {
    const texts = { ka: 'მიზეზი', en: 'A reason' }
    expect(localizedText(texts, 'en')).toEqual({ text: 'A reason', lang: 'en', authority: 'translation' })
    expect(localizedText(texts, 'ka')).toEqual({ text: 'მიზეზი', lang: 'ka', authority: 'authoritative' })
  })

  test('comes in the language there is, named, where the one asked for lacks', () => {
    expect(localizedText({ ka: 'მიზეზი' }, 'en')).toEqual({
      text: 'მიზეზი',
      lang: 'ka',
      authority: 'authoritative',
    })
    expect(localizedText({ hy: 'Պատճառ' }, 'ka')).toEqual({
      text: 'Պատճառ',
      lang: 'hy',
      authority: 'authoritative',
    })
  })

  test('is absent where the ledger has none', () => {
    expect(localizedText(null, 'ka')).toBeNull()
    expect(localizedText({}, 'ka')).toBeNull()
  })
})
