import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CONTENT_CLASSES, type ContentClass, isStricter } from '#features/access/class-model.ts'
import type { Gap, ReadableText } from '#features/document/composed-text-model.ts'
import { composeText } from '#features/document/composed-text-rules.ts'
import { cutText } from '#features/document/text-part-rules.ts'
import { readText } from '#features/document/text-rules.ts'
import { textSectionsOf } from '#features/document/text-section-rules.ts'

const PATH = '80_chain/list'

function read(markdown: string) {
  const { text } = readText(PATH, markdown)
  if (!text) throw new Error('The text is beyond the limits')
  return { cut: cutText(markdown, text), sections: textSectionsOf(text) }
}

/** What somebody may read who sees some sections, and notes or not, as the database would hand it out. */
function readable(
  markdown: string,
  seesSection: (position: number) => boolean,
  seesNotes: boolean,
): ReadableText {
  const { cut, sections } = read(markdown)
  const sees = ({ section, kind }: { section: number; kind: string }): boolean =>
    seesSection(section) && (kind !== 'note' || seesNotes)
  const seesPart = (part: (typeof cut.parts)[number]): boolean =>
    part.kind === 'footnote' && part.usedBy.length > 0
      ? seesSection(part.section) &&
        part.usedBy.some(user => {
          const own = cut.parts[user]
          return own !== undefined && sees(own)
        })
      : sees(part)
  const gapsOf = (section: number): Gap[] => {
    const { key, number } = sections[section] ?? { key: '', number: null }
    const gap = { section, key, number, class: 'INTERNAL' as const }
    if (!seesSection(section)) return [{ ...gap, kind: 'section' }]
    const hasNote = cut.parts.some(part => part.section === section && part.kind === 'note')
    return hasNote && !seesNotes ? [{ ...gap, kind: 'note' }] : []
  }
  return {
    title: 'T',
    parts: cut.parts.filter(seesPart),
    heads: sections
      .map((section, position) => ({ ...section, position }))
      .filter(one => seesSection(one.position)),
    gaps: sections.flatMap((_, position) => gapsOf(position)),
  }
}

const block = fc.constantFrom(
  'Words of a paragraph',
  'Two lines\nof one',
  '> 🔴 BLOCKED: a broker',
  '> 🔴 BLOCKED: a broker\nand its lazy line',
  '> a quote',
  '- item\n- [x] met\n\n  inner',
  '```\n## no heading\n```',
  '<!-- ## no heading\n\n-->',
  '<div>\n## no heading',
  'See [^1] and [a]',
  '[^1]: a footnote, see [^2]\n    ## no heading',
  '[^2]: another',
  '[a]: https://example.org',
  '***',
  '===',
  '---',
  '    code',
  '| # | a |\n|---|---|\n| 1 | b |',
)
const heading = fc.constantFrom('## 1. One', '## 2. Two', '## Words', 'Set\n---', '   ## Indented ##', '##')
const piece = fc.tuple(
  fc.oneof({ weight: 3, arbitrary: block }, heading),
  fc.constantFrom('\n', '\n\n', '\n\n\n'),
)
const front = fc.constantFrom('', '---\nTitle: a\n---\n', '---\nSections: { Words: purpose }\n...\n\n')
const text = fc
  .tuple(
    front,
    fc.constantFrom('', '# T\n\n', '# T\nDocument ID: A-1\n\n'),
    fc.array(piece, { maxLength: 14 }),
    fc.boolean(),
  )
  .map(([yaml, title, pieces, isEnded]) => {
    const body = title + pieces.flat().join('')
    return yaml + (isEnded ? body : body.trimEnd())
  })

describe('a text that is cut by who may read its parts', () => {
  test('is byte for byte its front matter and its parts', () => {
    fc.assert(
      fc.property(text, markdown => {
        const { cut } = read(markdown)
        expect(cut.front + cut.parts.map(({ words }) => words).join('')).toBe(markdown)
        expect(cut.parts.map(({ position }) => position)).toEqual(cut.parts.map((_, index) => index))
      }),
      { numRuns: 250 },
    )
  })

  test('is composed as it was for whoever sees all of it, with the same sections', () => {
    fc.assert(
      fc.property(text, markdown => {
        const { cut, sections } = read(markdown)
        const composed = composeText(
          PATH,
          readable(markdown, () => true, true),
        )
        expect(composed.markdown).toBe(`\n${cut.parts.map(({ words }) => words).join('')}`)
        const headed = sections.filter(({ key }) => key !== 'top')
        expect(composed.sections.filter(({ key }) => key !== 'top')).toMatchObject(
          headed.map(({ key, number, heading: words, anchor }) => ({ key, number, heading: words, anchor })),
        )
      }),
      { numRuns: 250 },
    )
  })

  test('keeps every section in its place for whoever does not see all, and tells no word of what is withheld', () => {
    fc.assert(
      fc.property(
        text,
        fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
        fc.boolean(),
        (markdown, seen, notes) => {
          const sees = (position: number): boolean => position === 0 || seen[position] !== false
          const { sections } = read(markdown)
          const own = readable(markdown, sees, notes)
          const composed = composeText(PATH, own)
          expect(composed.sections.filter(({ key }) => key !== 'top').map(({ key }) => key)).toEqual(
            sections.map(({ key }) => key).filter(key => key !== 'top'),
          )
          for (const section of composed.sections) {
            const position = sections.findIndex(({ key }) => key === section.key)
            expect(section.withheld).toBe(section.key === 'top' || sees(position) ? null : 'INTERNAL')
            if (section.withheld) expect(section).toMatchObject({ heading: '', nodes: [] })
            else if (section.key !== 'top') expect(section.heading).toBe(sections[position]?.heading)
          }
          const told = composed.markdown.replaceAll('<!-- withheld -->', '').replace(/\s|##/g, '')
          expect(told).toBe(
            own.parts
              .map(({ words }) => words)
              .join('')
              .replace(/\s|##/g, ''),
          )
        },
      ),
      { numRuns: 400 },
    )
  })

  test('holds a footnote for those who see what refers to it, itself or by another', () => {
    const { cut } = read(
      '# T\n\n## 1. Open\n\nWords [^1].\n\n## 2. Secret\n\nWords [^2].\n\n## Notes\n\n[^1]: one\n\n[^2]: two [^3]\n\n[^3]: three\n',
    )
    const used = cut.parts.filter(({ kind }) => kind === 'footnote')
    const sectionOf = (position: number | undefined) => cut.parts[position ?? -1]?.section
    expect(used.map(({ usedBy }) => usedBy.map(sectionOf))).toEqual([[1], [2], [2]])
  })

  test('keeps apart what a withheld note stood between', () => {
    const markdown = '# T\n\n## 1. A\n\nwords\n> 🔴 BLOCKED: secret\n---\nmore\n\n## 2. B\n'
    const composed = composeText(
      PATH,
      readable(markdown, () => true, false),
    )
    expect(composed.sections.map(({ key, heading: words }) => `${key} ${words}`)).toEqual(['w-1 A', 'w-2 B'])
    expect(composed.sections[0]).toMatchObject({ withheld: null, withheldNotes: 'INTERNAL' })
    expect(composed.markdown).not.toContain('secret')
  })
})

describe('classes', () => {
  test('are stricter the fewer may read them', () => {
    const pairs: [ContentClass, ContentClass][] = CONTENT_CLASSES.flatMap((one, i) =>
      CONTENT_CLASSES.slice(0, i).map((other): [ContentClass, ContentClass] => [one, other]),
    )
    for (const [one, other] of pairs)
      expect([isStricter(one, other), isStricter(other, one)]).toEqual([true, false])
  })
})
