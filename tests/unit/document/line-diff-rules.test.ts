import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffLines } from '#features/document/line-diff-rules.ts'

const lines = fc.array(fc.constantFrom<string[]>('a', 'b', 'c', 'd'), { maxLength: 12 })

describe('the difference of two texts', () => {
  it('tells each place where lines went or came, with its line in the new text', () => {
    expect(diffLines(['a', 'b', 'c', 'd'], ['a', 'B', 'c', 'd', 'e'])).toEqual([
      { line: 2, removed: ['b'], added: ['B'] },
      { line: 5, removed: [], added: ['e'] },
    ])
    expect(diffLines(['a'], ['a'])).toEqual([])
  })

  it('makes the new text of the old one, whatever they are', () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const made = [...before]
        for (const { line, removed, added } of diffLines(before, after))
          expect(made.splice(line - 1, removed.length, ...added)).toEqual(removed)
        expect(made).toEqual(after)
      }),
    )
  })
})
