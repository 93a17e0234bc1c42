import fc from 'fast-check'
import { toString as textOf } from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, test } from 'vitest'
import { code, link, plain, tableOf } from '#features/twin/markdown-rules.ts'

const parse = (markdown: string) => unified().use(remarkParse).use(remarkGfm).parse(markdown)

const anyText = fc.string({
  unit: fc.constantFrom(
    'a',
    'B',
    '1',
    ' ',
    '\n',
    '|',
    '\\',
    '*',
    '_',
    '`',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '#',
    '~',
    '&',
    'amp;',
    '!',
    'ა',
    'https://x.example',
  ),
  minLength: 1,
})

describe('a text put into Markdown', () => {
  test('is one cell of a table, and reads as it was', () => {
    fc.assert(
      fc.property(anyText, text => {
        const [table] = parse(tableOf(['x', 'y'], [[`a ${plain(text)}`, 'z']])).children
        const cells = table?.type === 'table' ? (table.children[1]?.children ?? []) : []
        expect(cells.map(cell => textOf(cell))).toEqual([`a ${text.replace(/\s+/g, ' ').trim()}`.trim(), 'z'])
      }),
    )
  })

  test('begins no markup of its own', () => {
    for (const text of ['<script>', '![x](y)', '**x**', '`x`', '[x]: y', '&lt;', '~~x~~'])
      expect(parse(`Words: ${plain(text)}`).children).toEqual([
        expect.objectContaining({
          type: 'paragraph',
          children: [expect.objectContaining({ type: 'text', value: `Words: ${text}` })],
        }),
      ])
  })

  test('is one code span where it is a value, whatever it holds', () => {
    fc.assert(
      fc.property(anyText, text => {
        const value = text.replace(/\s+/g, ' ').trim()
        fc.pre(value !== '')
        expect(parse(`- x: ${code(text)}\n- y`).children).toMatchObject([
          {
            type: 'list',
            children: [
              {
                children: [
                  { type: 'paragraph', children: [{ value: 'x: ' }, { type: 'inlineCode', value }] },
                ],
              },
              { children: [{ type: 'paragraph', children: [{ type: 'text', value: 'y' }] }] },
            ],
          },
        ])
      }),
    )
    expect(code('1.0\n\n# x\n<b>`y` | z')).toBe('``1.0 # x <b>`y` | z``')
    expect(code(' \n')).toBe('')
  })

  test('is a code or the words of a link where it is meant to be', () => {
    const [paragraph] = parse(`${code('SRE_LEAD')} ${link(plain('a]b'), 'https://x.example/(1)')}`).children
    expect(paragraph).toMatchObject({
      children: [
        { type: 'inlineCode', value: 'SRE_LEAD' },
        { type: 'text' },
        { type: 'link', url: 'https://x.example/(1)' },
      ],
    })
  })
})

describe('a row of a table', () => {
  const cell = fc.oneof(
    anyText.map(code),
    anyText.map(plain),
    anyText.map(text => `**${plain(text)}** ${code(text)}`),
    anyText.map(text => link(code(text), 'https://mza.example/x')),
  )

  test('has as many cells as were given, whatever is in them', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 5 }), cells => {
        const [table, ...others] = parse(
          tableOf(
            cells.map(() => 'x'),
            [cells],
          ),
        ).children
        const rows = table?.type === 'table' ? table.children : []
        expect([rows[1]?.children.length, others]).toEqual([cells.length, []])
      }),
    )
  })

  test('keeps a sign in code from ending its cell, so that no value says more than its own', () => {
    const forged = 'false | true | agrees | x'
    const [table] = parse(tableOf(['a', 'b'], [[code(forged), 'differs']])).children
    const cells = table?.type === 'table' ? (table.children[1]?.children ?? []) : []
    expect(cells.map(found => textOf(found))).toEqual([forged, 'differs'])
  })
})
