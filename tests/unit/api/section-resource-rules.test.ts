import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sectionResources } from '#features/api/section-resource-rules.ts'
import { sectionsOf } from '#features/document/section-rules.ts'
import { sectionSources } from '#features/document/section-source-rules.ts'
import { readText } from '#features/document/text-rules.ts'
import { documentView } from '#tests/unit/api/stories.ts'

const partsOf = (body: string) => {
  return sectionResources(documentView(body).sections).map(({ heading, markdown: own }) => [heading, own])
}

describe('the sections of a document in the API', () => {
  test('hold what stands below their heading, as it was written', () => {
    const body = 'Before.\n\n## 1. First\n\n\n- [ ]  *one*\n\n## Second ##\n| # |\n|---|\n| 1 |\n'
    expect(partsOf(body)).toEqual([
      ['', 'Before.'],
      ['First', '- [ ]  *one*'],
      ['Second', '| # |\n|---|\n| 1 |'],
    ])
  })

  test('know headings that are underlined, and hyphens that underline nothing', () => {
    expect(partsOf('Intro\n\n---\n\nmore\n\nA heading\nof two lines\n---\n\nwords\n\n---\n\nend')).toEqual([
      ['', 'Intro\n\n---\n\nmore'],
      ['A heading\nof two lines', 'words\n\n---\n\nend'],
    ])
  })

  test('take no heading within code for one', () => {
    expect(partsOf('## One\n\n```md\n## Two\n```')).toEqual([['One', '```md\n## Two\n```']])
  })

  test('keep deeper headings, indented code and the addresses of links', () => {
    expect(partsOf('## One\n\n    code\n\n### Two\n\n[a][b]\n\n[b]: https://example.org')).toEqual([
      ['One', '    code\n\n### Two\n\n[a][b]\n\n[b]: https://example.org'],
    ])
  })

  test('together hold every line of the body', () => {
    const paragraph = fc.constantFrom('words', '- item', '> quote', '`code`', '### deeper', 'a\nb', '***')
    fc.assert(
      fc.property(fc.array(fc.array(paragraph, { maxLength: 5 }), { minLength: 1, maxLength: 5 }), bodies => {
        const body = bodies.map((part, index) => [`## Heading ${index}`, ...part].join('\n\n')).join('\n\n')
        expect(partsOf(body)).toEqual(bodies.map((part, index) => [`Heading ${index}`, part.join('\n\n')]))
      }),
    )
  })

  test('of the real documents are parts of their files', () => {
    const files = readdirSync('content', { recursive: true, encoding: 'utf8' }).filter(file =>
      file.endsWith('.md'),
    )
    expect(files.length).toBeGreaterThan(0)
    for (const file of files) {
      const source = readFileSync(`content/${file}`, 'utf8')
      const { text } = readText(file, source)
      const parts = sectionSources(text ? sectionsOf(text.body) : [], source)
      expect(parts.length).toBeGreaterThan(0)
      for (const markdown of parts) {
        expect(markdown).not.toBe('')
        expect(source).toContain(markdown)
      }
    }
  })
})
