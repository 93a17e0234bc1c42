import fc from 'fast-check'
import { toString as textOf } from 'mdast-util-to-string'
import { describe, expect, it } from 'vitest'
import { STATUS_SIGNS, STATUSES } from '#features/checklist/status-model.ts'
import { editText, type TextEdit } from '#features/checklist/text-edit-rules.ts'
import { blockerNoteOf } from '#features/document/blocker-rules.ts'
import { readBytes } from '#features/document/bytes-rules.ts'
import { sectionsOf } from '#features/document/section-rules.ts'
import { readText } from '#features/document/text-rules.ts'
import { day } from '#tests/unit/checklist/stories.ts'

const HEAD = '| # | Workstream | Owner | Target Date | Status |\n|---|---|---|---|---|\n'
const table = (...rows: string[]) => `${HEAD}${rows.join('\n')}\n`
const ROW = '| 1 | Freeze | CHAIN_OFFICER | 2026-03-04 | ⚪ TODO |'
const FACTS = { status: 'IN_PROGRESS', targetDate: day('2026-03-05') } as const

const withFacts = (source: string) =>
  editText('ka.md', source, { facts: new Map([[1, FACTS]]), notes: new Map() }).source
const withNote = (source: string, words: string | null) =>
  editText('ka.md', source, { facts: new Map(), notes: new Map([[1, words]]) })

const collapsed = (words: string) => words.trim().split(/\s+/).join(' ')

/** What a text says to ingest: its facts, and the words of each section's note. */
function saidBy(source: string) {
  const { text } = readText('ka.md', readBytes('ka.md', Buffer.from(source)).text ?? '')
  return {
    rows: text?.tracker?.map(({ places: _, ...row }) => row),
    notes: new Map(
      sectionsOf(text?.body ?? { type: 'root', children: [] }).flatMap(section => {
        const note = blockerNoteOf(section)
        return note && section.number
          ? [[section.number, collapsed(note.map(node => textOf(node)).join(' '))]]
          : []
      }),
    ),
  }
}

describe('a row of the table', () => {
  it('gets another date and status, the new sign where there was one', () => {
    expect(withFacts(table(ROW))).toBe(table('| 1 | Freeze | CHAIN_OFFICER | 2026-03-05 | 🟡 IN_PROGRESS |'))
    expect(withFacts(table(ROW.replace('⚪ ', '')))).toContain('| 2026-03-05 | IN_PROGRESS |')
  })

  it('keeps padding, emphasis, a variation selector’s place, a missing last bar and escaped bars', () => {
    expect(withFacts(table('1|A \\| `b\\|c`|CHAIN_OFFICER |   2026-03-04|  **⚪️ TODO**   '))).toBe(
      table('1|A \\| `b\\|c`|CHAIN_OFFICER |   2026-03-05|  **🟡 IN_PROGRESS**   '),
    )
  })

  it('is rewritten where the cell writes its code with escapes', () => {
    const from = { status: 'TODO', targetDate: day('2026-03-04') } as const
    const source = table('| 1 | A | CHAIN_OFFICER | 2026\\-03\\-05 | IN\\_PROGRESS |')
    expect(editText('ka.md', source, { facts: new Map([[1, from]]), notes: new Map() }).source).toBe(
      table('| 1 | A | CHAIN_OFFICER | 2026-03-04 | TODO |'),
    )
  })

  it('keeps every byte where it says so already', () => {
    const source = `\uFEFF# T\r\n\r\n${table(ROW).replaceAll('\n', '\r\n')}`
    const same = new Map([[1, { status: 'TODO', targetDate: day('2026-03-04') } as const]])
    expect(editText('ka.md', source, { facts: same, notes: new Map() }).source).toBe(source)
  })
})

describe('a blocker note', () => {
  const text = (section: string) => `${table(ROW)}\n## 1. Freeze\n${section}`

  it('is set below the heading, whatever follows it', () => {
    const note = '> 🔴 BLOCKED: no key'
    expect(withNote(text('\nWords\n'), 'no key').source).toBe(text(`\n${note}\n\nWords\n`))
    expect(withNote(text('Words\n'), 'no key').source).toBe(text(`\n${note}\n\nWords\n`))
    expect(withNote(text(''), 'no key').source).toBe(text(`\n${note}\n`))
    expect(withNote(text('').trimEnd(), 'no key').source).toBe(text(`\n${note}`))
    const setext = text('').replace('## 1. Freeze', '1. Freeze\n---').replace('1. Freeze', '1\\. Freeze')
    expect(withNote(setext, 'no key').source).toBe(`${setext}\n${note}\n`)
  })

  it('replaces the old one where it stands, and goes with the empty line after it', () => {
    const old = text('\nBefore\n\n> 🔴 BLOCKED: old\nlazy line\n> - list\n\nAfter\n')
    expect(withNote(old, 'new').source).toBe(text('\nBefore\n\n> 🔴 BLOCKED: new\n\nAfter\n'))
    expect(withNote(old, null).source).toBe(text('\nBefore\n\nAfter\n'))
  })

  it('goes with every other note of the section, and with one that has lost its words', () => {
    const two = text('\n> 🔴 BLOCKED: a\n\n> 🔴 BLOCKED\n\n> A quote\n')
    expect(withNote(two, null).source).toBe(text('\n> A quote\n'))
    expect(withNote(two, 'new').source).toBe(text('\n> 🔴 BLOCKED: new\n\n> A quote\n'))
  })

  it('never joins what stood before it with what stands after', () => {
    expect(withNote(text('\nBefore\n> 🔴 BLOCKED: a\n---\n'), null).source).toBe(text('\nBefore\n\n---\n'))
    expect(withNote(text('\n- a\n\n> 🔴 BLOCKED: a\n\n- b\n'), null).source).toBe(
      text('\n- a\n\n<!-- -->\n\n- b\n'),
    )
    expect(withNote(text('\n> 🔴 BLOCKED:\n> ```\n> a\n> ```\nAfter\n'), 'b').source).toBe(
      text('\n> 🔴 BLOCKED: b\n\nAfter\n'),
    )
  })

  it('stands in the section alone, so a missing one is named', () => {
    expect(withNote(table(ROW), 'no key')).toMatchObject({
      source: null,
      diagnostics: [
        { code: 'section-missing', severity: 'error', message: 'expected a section 1, found none' },
      ],
    })
    expect(withNote(table(ROW), null).source).toBe(table(ROW))
  })

  it('is refused where it would take the text beyond its limits', () => {
    expect(withNote(text(''), '*'.repeat(4000))).toMatchObject({
      source: null,
      diagnostics: [{ code: 'text-block', severity: 'error' }],
    })
  })

  it('keeps its words: what would be markup is escaped, a word’s own underscores are not', () => {
    const words =
      'IN_PROGRESS *and* `code` <b>, see https://example.org/a_b/_c\n- no item\n1. no item\n\n# no heading'
    expect(withNote(text(''), words).source).toBe(
      text(
        '\n> 🔴 BLOCKED: IN_PROGRESS \\*and\\* \\`code\\` \\<b>, see https\\://example.org/a_b/\\_c\n> \\- no item\n> 1\\. no item\n>\n> \\# no heading\n',
      ),
    )
  })
})

const words = fc
  .oneof(
    fc.string({
      unit: fc.constantFrom(
        ...'ab1 _*`~[](){}<>#&;:|\\!-+=./@"\n\tქ🔴',
        'https://',
        'www.',
        'BLOCKED',
        '&amp;',
        '[^1]',
        '\n\n',
        '    ',
        '---',
        '```',
      ),
      maxLength: 40,
    }),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
  )
  .map(text =>
    text
      .normalize('NFC')
      .replaceAll(/[[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]--[\n\t]]/gv, '')
      .trim(),
  )
  .filter(text => text !== '')

const block = fc.constantFrom(
  'Words',
  '- a\n- b',
  '1. one',
  '> quote',
  '```sh\n## 2. no heading\n```',
  '    code',
  '***',
  '- [ ] a\n\n  more',
  '> 🔴 BLOCKED: old words\nlazy',
  '> 🔴 BLOCKED: `code`\n>\n> - more',
  '<b>html</b>',
  '| a | b |\n|---|---|\n| 1 | DONE |',
  '### Third level',
  '[a]: https://example.org',
  'e\u0301 [a] [^1]',
  '[^1]: note',
  '---',
)
const cell = (status: string) =>
  fc.constantFrom(status, `  ${status}`, `**${status}**`, `\`${status}\``, status.replaceAll('_', '\\_'))

const text = fc
  .record({
    rows: fc.tuple(
      ...[1, 2, 3].map(() =>
        fc
          .record({ status: fc.constantFrom(...STATUSES), isSigned: fc.boolean() })
          .chain(({ status, isSigned }) =>
            cell(status).map(code => (isSigned ? `${STATUS_SIGNS[status]} ${code}` : code)),
          ),
      ),
    ),
    sections: fc.tuple(
      ...[1, 2, 3].map(() =>
        fc.array(fc.tuple(block, fc.constantFrom('\n', '\n\n', '\n\n\n')), { maxLength: 5 }),
      ),
    ),
    start: fc.constantFrom(
      '',
      '\uFEFF',
      '---\nVersion: 1.0.0\n---\n',
      '\uFEFF---\nVersion: 1.0.0\n---\n# Title\n',
      '# Title\nVersion: 1\n\n',
    ),
    end: fc.constantFrom('\n', '\r\n', '\r'),
    isEnded: fc.boolean(),
    gap: fc.constantFrom('\n', '\n\n'),
  })
  .map(({ rows, sections, start, end, isEnded, gap }) => {
    const body = `${start}\n${table(...rows.map((status, index) => `| ${index + 1} | e\u0301 \\| x | CHAIN_OFFICER | 2026-03-0${index + 1} | ${status} |`))}\n${sections
      .map(
        (blocks, index) =>
          `## ${index + 1}. Section${gap}${blocks.map(([part, space]) => part + space).join('')}`,
      )
      .join('\n\n')}`
    return (isEnded ? body : body.trimEnd()).replaceAll('\n', end)
  })

const edit: fc.Arbitrary<TextEdit> = fc.record({
  facts: fc
    .array(
      fc.tuple(
        fc.constantFrom(1, 2, 3),
        fc.record({
          status: fc.constantFrom(...STATUSES),
          targetDate: fc.constantFrom(day('2026-03-01'), day('2026-12-31')),
        }),
      ),
      { maxLength: 3 },
    )
    .map(entries => new Map(entries)),
  notes: fc
    .array(fc.tuple(fc.constantFrom(1, 2, 3), fc.option(words)), { maxLength: 3 })
    .map(entries => new Map(entries)),
})

const lines = (source: string) => source.split(/\r\n|\r|\n/)

describe('any edit of any text', () => {
  it('makes a text that says exactly what was asked, or none', () => {
    let made = 0
    let refused = 0
    fc.assert(
      fc.property(text, edit, (source, wanted) => {
        const before = saidBy(source)
        fc.pre(before.rows !== undefined)
        const { source: edited, diagnostics } = editText('ka.md', source, wanted)
        if (edited === null) {
          refused += 1
          expect(diagnostics).not.toEqual([])
          return
        }
        made += 1
        const after = saidBy(edited)
        expect(after.rows).toEqual(before.rows?.map(row => ({ ...row, ...wanted.facts.get(row.number) })))
        for (const number of [1, 2, 3]) {
          const asked = wanted.notes.get(number)
          const said =
            asked === undefined ? before.notes.get(number) : asked === null ? undefined : collapsed(asked)
          expect(after.notes.get(number)).toBe(said)
        }
        // Of the old lines only those of changed rows and notes are gone.
        const kept = new Set(lines(edited))
        const gone = lines(source).filter(line => !kept.has(line))
        const rows = gone.filter(line => line.includes('CHAIN_OFFICER'))
        expect(rows.length).toBeLessThanOrEqual(wanted.facts.size)
        if (wanted.notes.size === 0) expect(gone).toEqual(rows)
        expect(edited.startsWith('\uFEFF')).toBe(source.startsWith('\uFEFF'))
      }),
      { numRuns: 400 },
    )
    expect(refused).toBeLessThan(made / 20)
  })

  it('is undone by its reverse where a note was set between empty lines', () => {
    fc.assert(
      fc.property(words, note => {
        const source = `${table(ROW)}\n## 1. Freeze\n\nWords\n`
        const set = withNote(source, note).source
        expect(set && withNote(set, null).source).toBe(source)
      }),
      { numRuns: 500 },
    )
  })
})
