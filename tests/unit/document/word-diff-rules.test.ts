import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffWords } from '#features/document/word-diff-rules.ts'

const words = fc
  .array(fc.constantFrom('ერთი', 'ორი', 'three', '.'), { minLength: 1, maxLength: 40 })
  .map(all => all.join(' '))

/** One side of a difference; what is not repeated is passed over. */
const side = (pieces: ReturnType<typeof diffWords>, kind: 'removed' | 'added') =>
  pieces.filter(piece => piece.kind !== (kind === 'removed' ? 'added' : 'removed')).map(piece => piece.words)

describe('the difference of two texts by words', () => {
  it('tells the words that went and came, among those that stayed', () => {
    expect(diffWords('a b c d', 'a B c d e')).toEqual([
      { kind: 'same', words: 'a' },
      { kind: 'removed', words: 'b' },
      { kind: 'added', words: 'B' },
      { kind: 'same', words: 'c d' },
      { kind: 'added', words: 'e' },
    ])
    expect(diffWords('a b', 'a b')).toEqual([])
  })

  it('repeats ten words before and after, and leaves a gap for the rest', () => {
    const long = Array.from({ length: 30 }, (_, index) => `w${index}`)
    const pieces = diffWords([...long, 'old', ...long].join(' '), [...long, 'new', ...long].join(' '))
    expect(pieces.map(({ kind }) => kind)).toEqual(['gap', 'same', 'removed', 'added', 'same', 'gap'])
    expect(pieces[1]?.words.split(' ')).toEqual(long.slice(-10))
    expect(pieces[4]?.words.split(' ')).toEqual(long.slice(0, 10))
  })

  it('has all of both texts but what the gaps stand for', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const pieces = diffWords(before, after)
        if (before === after) {
          expect(pieces).toEqual([])
          return
        }
        for (const [kind, text] of [
          ['removed', before],
          ['added', after],
        ] as const) {
          const parts = side(pieces, kind)
            .join(' ')
            .split('…')
            .map(part => part.trim())
          let from = 0
          for (const part of parts) {
            const at = text.indexOf(part, from)
            expect(at).toBeGreaterThanOrEqual(from)
            from = at + part.length
          }
        }
      }),
    )
  })
})
