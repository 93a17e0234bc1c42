import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBytes } from '#features/document/bytes-rules.ts'
import { sectionsOf } from '#features/document/section-rules.ts'
import { checkTextLimits } from '#features/document/text-limits-rules.ts'
import { readText } from '#features/document/text-rules.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const codes = (source: string) => readText('a.md', source).diagnostics.map(found => found.code)

describe('the door for bytes', () => {
  it('takes off the byte order mark, ends lines alike and composes letters', () => {
    expect(readBytes('a.md', bytesOf('\uFEFFe\u0301\r\nb\rc')).text).toBe('é\nb\nc')
  })

  it('says where UTF-8 ends', () => {
    const { text, diagnostics } = readBytes(
      'a.md',
      Buffer.concat([bytesOf('ა\r\nბგ'), Buffer.from([0xe1, 0x83, 0x20])]),
    )
    expect(text).toBeNull()
    expect(diagnostics).toMatchObject([{ code: 'text-utf8', line: 2, column: 3 }])
  })

  it('says where controls stand, and stops counting in a binary file', () => {
    expect(readBytes('a.md', bytesOf('a\tb\n\0\u2066c')).diagnostics).toMatchObject([
      { code: 'text-control', line: 2, column: 1 },
      { code: 'text-bidi', line: 2, column: 2 },
    ])
    expect(readBytes('a.md', new Uint8Array(1000)).diagnostics).toHaveLength(20)
  })

  it('finds the first bad byte of any bytes, or lets a text in that has none', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
        const { text, diagnostics } = readBytes('a.md', bytes)
        expect(text === null).toBe(diagnostics.length > 0)
        for (const { line, column } of diagnostics) expect(Math.min(line, column)).toBeGreaterThan(0)
        if (text !== null) expect(text).toBe(text.normalize('NFC'))
      }),
    )
  })
})

describe('the limits of a text', () => {
  it('let in what stands just within them, and nothing beyond', () => {
    const nested = (depth: number) => `${'> '.repeat(depth)}a`
    expect(codes(nested(40))).toEqual([])
    expect(checkTextLimits('a.md', nested(100))).toEqual([])
    expect(checkTextLimits('a.md', nested(101))).toMatchObject([{ code: 'text-nesting', line: 1 }])
    const table = (columns: number) => `${'|a'.repeat(columns)}|\n${'|-'.repeat(columns)}|\n`
    expect(checkTextLimits('a.md', table(100))).toEqual([])
    expect(checkTextLimits('a.md', table(101))).toMatchObject([{ code: 'table-columns', line: 2 }])
  })

  it('keep a table from growing by the cells its rows leave out', () => {
    const text = `${'|a'.repeat(90)}|\n${'|-'.repeat(90)}|\n${'a\n'.repeat(300)}`
    expect(codes(text)).toContain('table-cells')
  })

  it('keep emphasis from nesting too deep, and definitions and footnotes from multiplying', () => {
    expect(codes(`${'*a '.repeat(400)}${'a* '.repeat(400)}`)).toEqual(['text-nesting'])
    expect(codes(`[a]: ${'b'.repeat(30_000)}\n\n${'[a]\n\n'.repeat(100)}`)).toEqual(['reference-expansion'])
    expect(codes(`[^a]: ${'b '.repeat(10_000)}\n\n${'## x\n\n[^a]\n\n'.repeat(100)}`)).toEqual([
      'footnote-expansion',
    ])
  })

  it('let a long ordinary document in', () => {
    const paragraph = 'An ordinary sentence with `code`, and another that is *stressed*. '.repeat(6)
    expect(codes(`# Long\n\n${`## Part\n\n${paragraph}\n\n- one\n- two\n\n`.repeat(200)}`)).toEqual([])
  })
})

const PIECES = [
  '# ',
  '## 1. ',
  '- ',
  '> ',
  '1. ',
  '    ',
  '\n',
  '\n\n',
  '*',
  '**',
  '_',
  '`',
  '```\n',
  '~~',
  '[',
  ']',
  '(',
  ')',
]
const MORE = [
  '[^a]',
  '[^a]: ',
  '[a]: b\n',
  '![',
  '<',
  '>',
  '<!--',
  '|',
  '|---|\n',
  '---\n',
  '===\n',
  '&amp;',
  '\\',
  'a',
  'ა',
  ' ',
  '🔴 BLOCKED: ',
]
const markdown = fc
  .array(fc.constantFrom(...PIECES, ...MORE), { maxLength: 60 })
  .map(pieces => pieces.join(''))

it('no text makes reading throw, and every one within the limits has a title and unique anchors', () => {
  fc.assert(
    fc.property(fc.oneof(markdown, fc.string({ unit: 'binary', maxLength: 200 })), source => {
      const { text, diagnostics } = readText('80_chain/slug.md', source.normalize('NFC'))
      expect(text === null).toBe(text === null && diagnostics.length > 0)
      if (!text) return
      const anchors = sectionsOf(text.body).map(section => section.anchor)
      expect(new Set(anchors).size).toBe(anchors.length)
      expect(text.title).not.toBe('')
    }),
    { numRuns: 500 },
  )
})
