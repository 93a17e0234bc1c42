import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askedTerms } from '#features/search/asked-words-rules.ts'
import { editDistance } from '#features/search/edit-distance-rules.ts'
import { heldSpans } from '#features/search/held-rules.ts'
import { partsOf } from '#features/search/part-rules.ts'
import { searchQuery, searchWishOf } from '#features/search/search-wish-rules.ts'
import { snippetOf } from '#features/search/snippet-rules.ts'
import { codesOf, wordsOf } from '#features/search/word-rules.ts'

describe('words of a text', () => {
  test('are without the endings that a hyphen joins to other letters', () => {
    expect(wordsOf('DLQ-ის წესი, Kafka-სთან; `intentId`-ის').map(({ text }) => text)).toEqual([
      'DLQ',
      'წესი',
      'Kafka',
      'intentId',
    ])
  })

  test('stand where they say', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text =>
        wordsOf(text).every(word => text.slice(word.start, word.end) === word.text),
      ),
    )
  })

  test('that are identifiers are these, whole and by their parts', () => {
    expect(codesOf('`mint.requested`, SRE_LEAD in docs/80_chain/README.md, GOS-80-CHAIN.')).toEqual([
      'mint.requested',
      'sre_lead',
      'docs/80_chain/readme.md',
      'gos-80-chain',
      '80_chain',
      'readme.md',
    ])
  })
})

test('a text in parts is the text', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('ა', 'bc', ' ', '. '), { maxLength: 5000 }), pieces => {
      const text = pieces.join('')
      return partsOf(text).join('') === text
    }),
    { numRuns: 20 },
  )
})

describe('what a query asks for', () => {
  test('is each word once, and an identifier as one thing', () => {
    const { terms, leftOut } = askedTerms('mint.requested, „მზადყოფნა“ მზადყოფნა GOS-80?')
    expect(terms.map(({ text, code }) => [text, code])).toEqual([
      ['mint.requested', 'mint.requested'],
      ['მზადყოფნა', null],
      ['GOS-80', 'gos-80'],
    ])
    expect(leftOut).toBe(0)
  })

  test('is bounded, and what is left out is counted', () => {
    const { terms, leftOut } = askedTerms(Array.from({ length: 40 }, (_, at) => `w${at}`).join(' '))
    expect(terms).toHaveLength(12)
    expect(leftOut).toBe(28)
  })
})

describe('an identifier', () => {
  const path = 'docs/80_chain/99_audit_logs/SINGLE_OPERATOR_DLQ_REPLAY_DEV_2026-03-04.md'

  test('is asked for as a whole, however many words are in it', () => {
    const { terms, leftOut } = askedTerms(`${path} a.b`)
    expect(terms.map(({ code }) => code)).toEqual([path.toLowerCase(), 'a.b'])
    expect(terms.flatMap(({ words }) => words)).toHaveLength(12)
    expect(leftOut).toBe(0)
  })

  test('is one of twelve at most', () => {
    const { terms, leftOut } = askedTerms(Array.from({ length: 40 }, (_, at) => `a.${at}`).join(' '))
    expect(terms).toHaveLength(12)
    expect(leftOut).toBe(28)
  })
})

describe('an address of a search', () => {
  test('asks for what it says, and is written again as it was', () => {
    const wish = searchWishOf(new URLSearchParams('q=a+b&category=80_chain&status=DONE&language=ka&page=3'))
    expect(wish).toEqual({ text: 'a b', category: '80_chain', status: 'DONE', language: 'ka', page: 3 })
    if ('problem' in wish) throw new Error(wish.detail)
    expect(searchWishOf(new URLSearchParams(searchQuery(wish)))).toEqual(wish)
  })

  test.each([
    [`q=${'ა'.repeat(683)}`, 'query-too-long'],
    ['q=a&status=x', 'filter-malformed'],
    ['q=a&language=xx', 'filter-malformed'],
    ['q=a&page=0', 'filter-malformed'],
    ['q=a&category=../x', 'filter-malformed'],
  ])('that nothing can be looked for by is refused: %s', (query, problem) => {
    expect(searchWishOf(new URLSearchParams(query))).toMatchObject({ problem })
  })

  test('asks for nothing where it has only what nobody sees, of 2048 bytes that are no text', () => {
    for (const query of ['%FF'.repeat(2048), '%E2%80%8B', '%C2%AD', '%E2%81%A0', '%E2%80%AE'])
      expect(searchWishOf(new URLSearchParams(`q=${query}`))).toMatchObject({ text: '' })
  })

  test('asks for a word though a soft hyphen is in it, and keeps what joins the letters of a script', () => {
    const wish = searchWishOf(new URLSearchParams({ q: 'მზად\u00ADყოფნა می\u200Cخواهم' }))
    expect(wish).toMatchObject({ text: 'მზადყოფნა می\u200Cخواهم' })
  })

  test('may have 2048 bytes', () => {
    expect(searchWishOf(new URLSearchParams(`q=${'ა'.repeat(682)}`))).toMatchObject({ page: 1 })
  })
})

describe('a snippet', () => {
  test('is a part of its text, with the matches marked', () => {
    const text = `${'ბევრი სიტყვა '.repeat(60)}სწორედ მტკიცებულება აქ ${'და სხვა '.repeat(60)}`
    const pieces = snippetOf(text, word => word === 'მტკიცებულება')
    expect(pieces.filter(({ isMatch }) => isMatch)).toEqual([{ text: 'მტკიცებულება', isMatch: true }])
    const words = pieces.map(piece => piece.text).join('')
    expect(words).toMatch(/^….*…$/)
    expect(text).toContain(words.slice(1, -1))
    expect(words.length).toBeLessThan(300)
  })

  test('of any text is one of its parts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 800 }), fc.nat(5), (text, nth) => {
        const words = snippetOf(text, word => word.length % 6 === nth).map(piece => piece.text)
        return text.includes(words.filter(word => word !== '…').join('')) || words.join('').includes('…')
      }),
    )
  })
})

test('a mistake is a letter left out, put in, put for another or swapped with the next', () => {
  expect(
    [
      ['abcd', 'abd'],
      ['abcd', 'abxcd'],
      ['abcd', 'abxd'],
      ['abcd', 'acbd'],
      ['abcd', 'abcd'],
      ['', 'abc'],
    ].map(([a = '', b = '']) => editDistance(a, b)),
  ).toEqual([1, 1, 1, 1, 0, 3])
})

describe('a state of a text', () => {
  const at = (day: number) => new Date(Date.UTC(2026, 2, day))
  const state = (id: number, locale: string, day: number, isCurrent = false) => ({
    id,
    locale,
    recordedAt: at(day),
    isCurrent,
  })

  test('stands until the next of its language, the newest for good', () => {
    const spans = heldSpans([state(1, 'ka', 2), state(2, 'ka', 5, true)], at(2))
    expect(spans.get(1)).toEqual([[at(2).getTime(), at(5).getTime()]])
    expect(spans.get(2)).toEqual([[at(5).getTime(), null]])
  })

  test('that is the oldest of its language stands for the days before every text', () => {
    const spans = heldSpans([state(1, 'en', 3, true), state(2, 'ka', 5, true)], at(1))
    expect(spans.get(2)).toEqual([
      [at(1).getTime(), at(3).getTime()],
      [at(5).getTime(), null],
    ])
  })

  test('of a language that the document no longer has stands at no time', () => {
    expect(heldSpans([state(1, 'ru', 3), state(2, 'ka', 5, true)], at(3)).has(1)).toBe(false)
  })
})
