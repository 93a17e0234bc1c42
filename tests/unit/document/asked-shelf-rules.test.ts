import { describe, expect, test } from 'vitest'
import { askedShelf, shelfQuery } from '#features/document/asked-shelf-rules.ts'

const asked = (query: string) => askedShelf(new URLSearchParams(query))

describe('an address of the library', () => {
  test('asks for the beginning of every category, or for a page of one', () => {
    expect(asked('')).toEqual({ category: null, page: 1 })
    expect(asked('category=80_chain&page=3')).toEqual({ category: '80_chain', page: 3 })
  })

  test.each(['page=2', 'category=../x', 'category=a&page=0', 'category=a&page=x'])(
    'asks for nothing by %s',
    query => {
      expect(asked(query)).toBeNull()
    },
  )

  test.each(['', '?category=80_chain', '?category=80_chain&page=2'])(
    'is written again as it was: “%s”',
    query => {
      const found = asked(query.slice(1))
      expect(found && shelfQuery(found)).toBe(query)
    },
  )
})
