import { toString as textOf } from 'mdast-util-to-string'
import { describe, expect, it } from 'vitest'
import type { Day } from '#features/checklist/calendar-model.ts'
import { acceptanceItemsOf } from '#features/document/acceptance-rules.ts'
import { blockerNoteOf } from '#features/document/blocker-rules.ts'
import { missingMetadata } from '#features/document/missing-rules.ts'
import { checkReviewDates } from '#features/document/review-rules.ts'
import { sectionsOf } from '#features/document/section-rules.ts'
import { readText } from '#features/document/text-rules.ts'

const FILE = 'content/80_chain/runbook/en.md'

function read(source: string) {
  const { text, diagnostics } = readText(FILE, source)
  if (!text) throw new Error(diagnostics.map(found => found.message).join())
  return { ...text, diagnostics, sections: sectionsOf(text.body) }
}

const placesIn = (source: string) =>
  readText(FILE, source).diagnostics.map(({ code, line, column }) => `${line}:${column} ${code}`)

describe('metadata', () => {
  it('is read from front matter whatever the case, spaces and hyphens of its keys', () => {
    const { metadata, title } = read(
      '---\nDocument ID: A-1\nowner-role: SRE_LEAD\nlastreviewdate: 2026-03-04\n---\n# T\n',
    )
    expect(metadata).toMatchObject({ documentId: 'A-1', ownerRole: 'SRE_LEAD', lastReviewDate: '2026-03-04' })
    expect(title).toBe('T')
  })

  it('is read from lines under the title, which are then no part of the body', () => {
    const { metadata, body } = read(
      '# T\n\nDocument ID: A-1\nVersion: `0.1.0`\n**Status:** DRAFT\n\nWords: these stay.\n',
    )
    expect(metadata).toMatchObject({ documentId: 'A-1', version: '0.1.0', status: 'DRAFT' })
    expect(textOf(body)).toBe('Words: these stay.')
  })

  it('is read from a list under the title', () => {
    const { metadata } = read('# T\n\n- **Document ID**: A-1\n- Next Review Date: 2026-04-04\n')
    expect(metadata).toMatchObject({ documentId: 'A-1', nextReviewDate: '2026-04-04' })
  })

  it('keeps values as they are written', () => {
    expect(read('---\nVersion: 1.10\nStatus: yes\n---\n').metadata).toMatchObject({
      version: '1.10',
      status: 'yes',
    })
  })

  it('names what is lacking, and takes a ledger for a change log', () => {
    const { metadata } = read('---\nDocument ID: A\nVersion:\nOwner Role: SRE_LEAD\nStatus: ~\n---\n')
    const lacking = ['Version', 'Status', 'Last Review Date', 'Next Review Date']
    expect(missingMetadata(metadata, false)).toEqual([...lacking, 'Change Log'])
    expect(missingMetadata(metadata, true)).toEqual(lacking)
  })

  it('says where a day is none', () => {
    expect(placesIn('---\nVersion: 1\nLast Review Date: 2026-02-30\n---\n')).toEqual(['3:19 metadata-date'])
    expect(placesIn('# T\n\nVersion: 1\n**Next Review Date:** 2026-02-30\n')).toEqual(['4:23 metadata-date'])
  })

  it('cannot have been reviewed after today, nor be due before it was reviewed', () => {
    const reviewed = (last: string, next: string) => {
      const { text } = readText(FILE, `---\nLast Review Date: ${last}\nNext Review Date: ${next}\n---\n# T\n`)
      const found = text ? checkReviewDates(text, '2026-03-20' as Day) : []
      return found.map(({ code, severity, line, column }) => `${line}:${column} ${severity} ${code}`)
    }
    expect(reviewed('2026-03-20', '2026-03-20')).toEqual([])
    expect(reviewed('2026-03-21', '2026-04-20')).toEqual(['2:19 error review-in-future'])
    expect(reviewed('2026-03-20', '2026-03-19')).toEqual(['3:19 error review-order'])
    expect(reviewed('2026-03-21', '2026-03-19')).toHaveLength(2)
    expect(reviewed('', '2026-03-19')).toEqual([])
  })

  it('says where YAML is broken, and reads the text all the same', () => {
    expect(placesIn('---\nVersion: 1\nStatus: a: b\n---\n# T\n')).toEqual(['3:9 front-matter'])
    expect(read('---\nStatus: a: b\n---\n# T\n').title).toBe('T')
  })

  it('refuses a class and a language there is none of', () => {
    expect(placesIn('---\nClass: SECRET\nSource Locale: fr\n---\n')).toEqual([
      '3:16 metadata-value',
      '2:8 metadata-value',
    ])
  })

  it('takes a thematic break at the start for what it is', () => {
    expect(read('---\n\nWords\n\n---\n').body.children.map(node => node.type)).toEqual([
      'thematicBreak',
      'paragraph',
      'thematicBreak',
    ])
    expect(read('---\nWords\n---\n# T\n').title).toBe('T')
  })
})

describe('the title', () => {
  it('is the slug where there is no heading of level 1', () => {
    expect(read('## Section\n').title).toBe('runbook')
    expect(readText('content/80_chain/notes/alone.md', 'Words').text?.title).toBe('alone')
  })
})

describe('sections', () => {
  it('begin at headings of level 2, and know the number they begin with', () => {
    const { sections } = read('# T\n\nBefore\n\n## 3. Third\n\nWords\n\n### Sub\n\n## Last\n')
    expect(sections.map(({ number, heading, anchor, line }) => [number, heading, anchor, line])).toEqual([
      [null, '', 'top', 3],
      [3, 'Third', 'w-3', 5],
      [null, 'Last', 'last', 11],
    ])
    expect(sections[1]?.nodes.map(node => node.type)).toEqual(['paragraph', 'heading'])
  })

  it('have anchors of their own, in every script', () => {
    const { sections } = read(
      '## w-3\n## შენიშვნები, ბოლო\n## Same\n## Same\n## Same-1\n## 3. Third\n## 2026. Year\n##\n',
    )
    const anchors = sections.map(section => section.anchor)
    expect(anchors).toEqual([
      'w-3-1',
      'შენიშვნები-ბოლო',
      'same',
      'same-1',
      'same-1-1',
      'w-3',
      '2026-year',
      'section',
    ])
    expect(new Set(anchors).size).toBe(anchors.length)
  })

  it('carry what their references and footnotes refer to', () => {
    const { sections } = read(
      '## A\n\n[x] and[^n]\n\n## B\n\n[x]: https://example.org\n\n[^n]: Note[^m]\n\n[^m]: More\n',
    )
    expect(sections[0]?.nodes).toMatchObject([
      { children: [{ type: 'link', url: 'https://example.org' }, {}, { type: 'footnoteReference' }] },
      { type: 'footnoteDefinition', identifier: 'n' },
      { type: 'footnoteDefinition', identifier: 'm' },
    ])
    expect(sections[1]?.nodes).toEqual([])
  })

  it('give their blocker note without its beginning', () => {
    const noteIn = (quote: string) => {
      const note = blockerNoteOf(read(`## 1. A\n\n${quote}\n`).sections[0] as never)
      return note && textOf({ type: 'root', children: note })
    }
    expect(noteIn('> 🔴 BLOCKED: no `terraform` here')).toBe('no terraform here')
    expect(noteIn('> **🔴 BLOCKED:** bold')).toBe('bold')
    expect(noteIn('> **🔴 BLOCKED**: *word*')).toBe('word')
    expect(noteIn('> 🔴 BLOCKED:\n>\n> apart')).toBe('apart')
    expect(noteIn('> 🔴 BLOCKED')).toBeNull()
    expect(noteIn('> 🔴 BLOCKED_BY x')).toBeNull()
    expect(noteIn('> a quote\n\n> 🔴 BLOCKED the second')).toBe('the second')
  })

  it('give their acceptance items', () => {
    const [section] = read('## 1. A\n\n- [x] met\n- [ ] open\n  - [ ] within\n- no task\n').sections
    expect(section && acceptanceItemsOf(section).map(item => [item.met, item.line])).toEqual([
      [true, 3],
      [false, 4],
      [false, 5],
    ])
  })
})
