import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readText } from '#features/document/text-rules.ts'
import { textSectionsOf } from '#features/document/text-section-rules.ts'

const FILE = 'content/80_chain/list/ka.md'

function sectionsIn(source: string) {
  const { text, diagnostics } = readText(FILE, source)
  if (!text) throw new Error(diagnostics.map(found => found.message).join())
  return textSectionsOf(text)
}

const keysIn = (source: string) => sectionsIn(source).map(({ key }) => key)

const hashOf = (source: string, key: string) => sectionsIn(source).find(section => section.key === key)?.hash

const diagnosed = (source: string) =>
  readText(FILE, source).diagnostics.map(({ line, column, code }) => `${line}:${column} ${code}`)

describe('the key of a section', () => {
  test('is its number, or its place after the numbered one before it', () => {
    expect(keysIn('# T\n\nWords\n\n## A\n\n## B\n\n## 2. C\n\n## D\n\n## 1. E\n\n## F\n\n## G\n')).toEqual([
      'top',
      'top.1',
      'top.2',
      'w-2',
      'w-2.1',
      'w-1',
      'w-1.1',
      'w-1.2',
    ])
  })

  test('is top for the title, also where no words stand before the first heading', () => {
    expect(sectionsIn('# T\n\n## A\n')[0]).toMatchObject({ key: 'top', heading: 'T', anchor: 'top' })
    expect(keysIn('')).toEqual(['top'])
  })

  test('is what front matter gives it, and counting goes on from there', () => {
    const named = (names: string) => keysIn(`---\nSections: ${names}\n---\n\n# T\n\n## A\n\n## B\n\n## C\n`)
    expect(named('{ B: top.3 }')).toEqual(['top', 'top.1', 'top.3', 'top.4'])
    expect(named('{ B: legend }')).toEqual(['top', 'top.1', 'legend', 'top.3'])
  })

  test('is the same in every language whose sections have the same numbers in the same order', () => {
    const heads = fc.array(fc.option(fc.integer({ min: 1, max: 20 })), { maxLength: 12 })
    const texts = fc.array(fc.stringMatching(/^[a-zა-ჰ]{1,8}$/), { minLength: 12, maxLength: 12 })
    const written = (numbers: readonly (number | null)[], words: readonly string[]) =>
      numbers.map((number, at) => `## ${number === null ? '' : `${number}. `}${words[at]}\n\nx\n`).join('\n')
    fc.assert(
      fc.property(heads, texts, texts, (numbers, some, others) => {
        expect(keysIn(`# T\n\n${written(numbers, some)}`)).toEqual(
          keysIn(`# O\n\n${written(numbers, others)}`),
        )
      }),
    )
  })

  test('is no other section’s, whatever a text says', () => {
    const line = fc.constantFrom('## 1. A', '## A', '## B', '## w-1', '## 2. B', 'words', '## top')
    const names = fc.constantFrom('', 'Sections: { A: top.1 }', 'Sections: { B: w-1.1, A: x }')
    fc.assert(
      fc.property(names, fc.array(line, { maxLength: 20 }), (front, lines) => {
        const keys = keysIn(`---\nVersion: 1\n${front}\n---\n\n# T\n\n${lines.join('\n\n')}\n`)
        expect(new Set(keys).size).toBe(keys.length)
      }),
    )
  })

  test('that is none, of no heading, or given twice, is named with its place', () => {
    const body = '---\n\n# T\n\n## A\n\n## B\n\n## 1. C\n'
    expect(diagnosed(`---\nSections: { A: W 1 }\n${body}`)).toEqual(['2:16 section-name'])
    expect(diagnosed(`---\nSections: { C: top.1 }\n${body}`)).toEqual(['2:16 section-name'])
    expect(diagnosed(`---\nSections: { A: w-1 }\n${body}`)).toEqual(['2:16 section-name'])
    expect(diagnosed(`---\nSections: { B: top.1 }\n${body}`)).toEqual(['2:16 section-name-twice'])
    expect(diagnosed(`---\nSections: none\n${body}`)).toEqual(['2:11 section-name'])
    expect(diagnosed(`---\nSections: { A: top.1, B: legend }\n${body}`)).toEqual([])
  })
})

describe('the hash of a section', () => {
  const TRACKER = (status: string, day: string, title = 'a') =>
    `# T\n\n## Table\n\n| # | W | O | T | S |\n|---|---|---|---|---|\n| 1 | ${title} | CHAIN_OFFICER | ${day} | ${status} |\n`

  test('is of its words: markup, white space and the form of letters do not count', () => {
    const plain = hashOf('# T\n\n## 1. A\n\nsome words é\n\n- one\n- two\n', 'w-1')
    expect(plain).toMatch(/^[0-9a-f]{12}$/)
    expect(
      hashOf('# O\n\n## 1. *A* ##\n\n**some**\nwords  e\u0301\n\n* one\n\n* two\n'.normalize('NFC'), 'w-1'),
    ).toBe(plain)
  })

  test.for([
    ['a word', 'some word'],
    ['a tick', '- [x] item'],
    ['an address', '[item](https://example.com/b)'],
    ['code', '`item`, `b`'],
    ['the order of rows', '| b |\n|---|\n| a |'],
  ])('tells %s apart', ([, words]) => {
    const others = [
      'some words',
      '- [ ] item',
      '[item](https://example.com/a)',
      '`item`',
      '| a |\n|---|\n| b |',
    ]
    for (const other of others)
      expect(hashOf(`## 1. A\n\n${words}\n`, 'w-1')).not.toBe(hashOf(`## 1. A\n\n${other}\n`, 'w-1'))
  })

  test('follows its heading, and that of the top the title', () => {
    expect(hashOf('## 1. A\n', 'w-1')).not.toBe(hashOf('## 1. B\n', 'w-1'))
    expect(hashOf('# A\n', 'top')).not.toBe(hashOf('# B\n', 'top'))
  })

  test('is the same whatever owners report, for that is written into every language at once', () => {
    expect(hashOf(TRACKER('🟢 DONE', '2026-03-04'), 'top.1')).toBe(
      hashOf(TRACKER('⚪ TODO', '2026-04-04'), 'top.1'),
    )
    expect(hashOf(TRACKER('🟢 DONE', '2026-03-04', 'b'), 'top.1')).not.toBe(
      hashOf(TRACKER('🟢 DONE', '2026-03-04'), 'top.1'),
    )
    expect(hashOf('## 1. A\n\n> 🔴 BLOCKED: a wall\n\nwords\n', 'w-1')).toBe(
      hashOf('## 1. A\n\nwords\n', 'w-1'),
    )
  })
})

describe('what notes say', () => {
  const hash = (note: string, footnote: string, heading: string) => {
    const [, key] = /^(\d)\./.exec(heading) ?? []
    const body = `see [^2]\n\n> 🔴 BLOCKED: ${note} [^1] [^2]\n\n[^1]: ${footnote}\n\n[^2]: both`
    return hashOf(`# T\n\n## ${heading}\n\n${body}\n`, key ? `w-${key}` : 'top.1')
  }

  test.for(['1. A', 'A'])('is in no hash, with footnotes of theirs alone: ## %s', heading => {
    expect(hash('guess', 'one', heading)).toBe(hash('another', 'two', heading))
  })

  test('leaves a footnote in the hash to which other words refer as well', () => {
    const text = (footnote: string) => `## 1. A\n\nsee [^1]\n\n> 🔴 BLOCKED: b [^1]\n\n[^1]: ${footnote}\n`
    expect(hashOf(text('one'), 'w-1')).not.toBe(hashOf(text('two'), 'w-1'))
  })
})

describe('the base of a translation', () => {
  const base = (lines: string) => readText(FILE, `---\nVersion: 1\n${lines}---\n\n# T\n`)

  test('is read by section, whatever the case of its key', () => {
    expect([
      ...(base('based-on: { top: 0123456789ab, w-1: 123456789012 }\n').text?.base?.base ?? []),
    ]).toEqual([
      ['top', '0123456789ab'],
      ['w-1', '123456789012'],
    ])
    expect(base('').text?.base).toBeNull()
  })

  test('that is no hash is named with its place, and the others are kept', () => {
    const { text, diagnostics } = base('Based On:\n  top: 0123\n  w-1: 0123456789ab\n')
    expect(diagnostics.map(({ line, column, code }) => `${line}:${column} ${code}`)).toEqual([
      '4:8 base-malformed',
    ])
    expect([...(text?.base?.base.keys() ?? [])]).toEqual(['w-1'])
    expect(base('Based On: today\n').diagnostics.map(({ code }) => code)).toEqual(['base-malformed'])
  })
})
