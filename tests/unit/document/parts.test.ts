import fc from 'fast-check'
import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { expect, it } from 'vitest'
import { Cutter } from '#features/document/cut-rules.ts'
import { parseParts } from '#features/document/parse-parts-rules.ts'
import { type Part, partsOf } from '#features/document/part-rules.ts'

const parser = unified().use(remarkParse).use(remarkGfm).freeze()
const parse = (text: string): Root => parser.parse(text)

/** Cut wherever a text can be, however short the parts. */
function cutEverywhere(text: string): Part[] {
  const cutter = new Cutter()
  const starts = [{ lines: 0, offset: 0 }]
  let offset = 0
  for (const [lines, line] of text.split('\n').entries()) {
    if (cutter.take(line) && offset > 0) starts.push({ lines, offset })
    offset += line.length + 1
  }
  return starts.map((start, index) => {
    const next = starts[index + 1]
    return { ...start, text: text.slice(start.offset, next?.offset) }
  })
}

const HEADINGS = ['# h\n', '\n## h\n', '\n## [a] h\n', '#\n']
const FENCES = [
  '```\n',
  '````\n',
  '~~~\n',
  ' ```\n',
  '   ```\n',
  '- ```\n',
  '  ```\n',
  '>```\n',
  '``` js\n',
  '`',
]
const CONTAINERS = [
  '- ',
  '- a\n',
  '-\n',
  '  ',
  '    ',
  '\t',
  '> ',
  '1. ',
  '2. a\n',
  '10. x\n',
  ' - a\n',
  '  - ',
  '- - -\n',
]
const HTML = ['<div>\n', '<!-- x\n', '<!-- x -->\n', '-->\n', '<b>\n', '<pre>\n', '</pre>\n']
const WORDS = ['a', 'a\n', '\n', '\n\n', '***\n', '---\n', '| a |\n|---|\n']
const REFERENCES = ['[a]', '[a]: b\n', '[A ]', '[x][a]\n', '[^a]', '[^a]: b\n', '[b]: c\n\n', '\\[a]', '![a]']

const text = fc
  .array(
    fc.oneof(
      ...[HEADINGS, FENCES, CONTAINERS, HTML, WORDS, REFERENCES].map(pieces => fc.constantFrom(...pieces)),
    ),
    {
      maxLength: 30,
    },
  )
  .map(pieces => pieces.join(''))

it('parts parsed one by one give the tree of the whole', () => {
  fc.assert(
    fc.property(text, source => {
      expect(parseParts(cutEverywhere(source), parse).children).toEqual(parse(source).children)
    }),
    { numRuns: 500 },
  )
})

it('a long text is cut before headings only, and nothing of it is lost', () => {
  const source = `${'Words.\n\n```\n# code\n```\n\n'.repeat(800)}\n${'## Part\n\nWords.\n'.repeat(3000)}`
  const parts = partsOf(source)
  expect(parts.length).toBeGreaterThan(2)
  expect(parts.map(part => part.text).join('')).toBe(source)
  expect(parts.slice(1).every(part => part.text.startsWith('## Part'))).toBe(true)
})
