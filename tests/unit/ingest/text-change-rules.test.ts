import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type TextState, textChanges } from '#features/ingest/text-change-rules.ts'
import { TEXT_LOCALES } from '#features/localization/locale-model.ts'

const text = (locale: TextState['locale'], hash: string, path = '80_chain/rule'): TextState => ({
  path,
  locale,
  hash,
})

const texts = fc.uniqueArray(
  fc.record({
    path: fc.constantFrom('a/b', 'a/c', 'd/e'),
    locale: fc.constantFrom(...TEXT_LOCALES),
    hash: fc.constantFrom('1', '2'),
  }),
  { selector: ({ path, locale }) => `${path} ${locale}` },
)

describe('what changed between the texts of two ingests', () => {
  test('is each text that came, has other words, or is gone', () => {
    const before = [text('ka', '1'), text('en', '1'), text('ru', '1')]
    const after = [text('ka', '1'), text('en', '2'), text('hy', '1')]
    expect(textChanges(before, after)).toEqual([
      { path: '80_chain/rule', locale: 'en', change: 'changed' },
      { path: '80_chain/rule', locale: 'hy', change: 'came' },
      { path: '80_chain/rule', locale: 'ru', change: 'gone' },
    ])
  })

  test('is nothing where the texts are the same, in whatever order', () => {
    fc.assert(
      fc.property(texts, all => {
        expect(textChanges(all, all.toReversed())).toEqual([])
      }),
    )
  })

  test('makes of the texts before those after it', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const keyOf = ({ path, locale }: Pick<TextState, 'path' | 'locale'>) => `${path} ${locale}`
        const changes = textChanges(before, after)
        const changedTo = new Map<string, string>(before.map(state => [keyOf(state), state.hash]))
        for (const one of changes) {
          if (one.change === 'gone') changedTo.delete(keyOf(one))
          else changedTo.set(keyOf(one), after.find(state => keyOf(state) === keyOf(one))?.hash ?? 'none')
        }
        expect(changedTo).toEqual(new Map(after.map(state => [keyOf(state), state.hash])))
        expect(new Set(changes.map(keyOf)).size).toBe(changes.length)
      }),
    )
  })
})
