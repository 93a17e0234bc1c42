import { expect, test } from 'vitest'
import { shownSections } from '#features/localization/fallback-rules.ts'
import type { TextLocale } from '#features/localization/locale-model.ts'

const texts = new Map<TextLocale, readonly string[]>([
  ['ka', ['top', 'w-1', 'w-3']],
  ['en', ['top', 'w-1', 'w-2', 'w-3']],
  ['ru', ['top', 'w-1']],
])

const shown = (asked: TextLocale) =>
  shownSections(asked, texts, 'ka').map(({ key, lang }) => `${key} ${lang}`)

test('a section that the English text alone has is shown on the page of every language, in its place', () => {
  expect(shown('ka')).toEqual(['top ka', 'w-1 ka', 'w-2 en', 'w-3 ka'])
  expect(shown('ru')).toEqual(['top ru', 'w-1 ru', 'w-2 en', 'w-3 en'])
})
