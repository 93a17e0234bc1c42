import { describe, expect, test } from 'vitest'
import { besidesNote, blockerNote, noteWords } from '#features/checklist/blocker-note-rules.ts'
import type { LocalizedText } from '#features/checklist/ledger-model.ts'
import type { TextStanding } from '#features/document/document-view-model.ts'
import { parseMarkdown } from '#features/document/markdown-rules.ts'
import { documentView, STANDING } from '#tests/unit/api/stories.ts'
import { day } from './stories.ts'

const OF_TEXT = parseMarkdown('The `terraform` command.').children

/** The words shown to a reader of English of a block raised on 6 March. */
function said(
  note: LocalizedText | null,
  ofText = OF_TEXT as typeof OF_TEXT | null,
  over: Partial<TextStanding> = {},
) {
  const standing = { ...STANDING, recordedAt: new Date('2026-03-06T16:00:00Z'), ...over }
  const found = blockerNote(
    { note, raisedOn: day('2026-03-06'), clearedOn: null, resolution: null },
    ofText,
    standing,
    'en',
  )
  return found && [found.lang, noteWords(found.nodes)]
}

const GEORGIAN = { ka: 'ბრძანება აკლია.' }

describe('what is said of a standing block', () => {
  test("are the ledger's words where they are in the page's language", () => {
    expect(said({ ...GEORGIAN, en: 'No access.' })).toEqual(['en', 'No access.'])
  })

  test("are the text's words where the ledger has none", () => {
    expect(said(null)).toEqual(['en', 'The terraform command.'])
  })

  test("are the text's where the ledger has others only", () => {
    expect(said(GEORGIAN)).toEqual(['en', 'The terraform command.'])
  })

  test("are the ledger's in its language where the text repeats them, however its lines are broken", () => {
    const copied = parseMarkdown('ბრძანება\nაკლია.').children
    expect(said(GEORGIAN, copied)).toEqual(['ka', 'ბრძანება აკლია.'])
  })

  test.for([
    { why: 'was written before the block', over: { recordedAt: new Date('2026-03-05T16:00:00Z') } },
    { why: 'is later than the day', over: { isLaterThanAsked: true } },
    { why: 'is in another language too', over: { lang: 'ru' } as const },
  ])("are the ledger's in another language where the text $why", ({ over }) => {
    expect(said(GEORGIAN, OF_TEXT, over)).toEqual(['ka', 'ბრძანება აკლია.'])
  })

  test('are none where nobody said any', () => {
    expect(said(null, null)).toBeNull()
  })

  test('are no Markdown in the ledger, and keep their paragraphs', () => {
    expect(said({ en: '*One* `two`.\n\n# Three' })).toEqual(['en', '*One* `two`.\n\n# Three'])
  })
})

describe('the words of a note', () => {
  test.each([
    ['hard line breaks', 'One\\\ntwo  \nthree', 'One\ntwo\nthree'],
    ['paragraphs and marks', '**One** `two`\nthree\n\nfour', 'One two\nthree\n\nfour'],
    ['the points of a list', 'One:\n\n- two\n- three\n\n  four', 'One:\n\ntwo\nthree\nfour'],
    ['cells of a table', '| a | b |\n|---|---|\n| c | d |', 'a b\nc d'],
  ])('keep apart %s', (_, markdown, words) => {
    expect(noteWords(parseMarkdown(markdown).children)).toBe(words)
  })
})

describe('what a section says besides', () => {
  const ofSection = () => {
    const [section] = documentView('## 1. One\n\n> 🔴 BLOCKED: No *access*.\n\nWords.\n\n> Quoted.').sections
    if (!section) throw new Error('there is no section')
    return section
  }
  const shown = (text: string) =>
    ({ nodes: parseMarkdown(text).children, lang: 'en', authority: 'source' }) as const

  test('leaves out the note that is shown already', () => {
    expect(besidesNote(ofSection(), shown('No access.')).map(node => node.type)).toEqual([
      'paragraph',
      'blockquote',
    ])
  })

  test('keeps a note with other words, and every note where none is shown', () => {
    expect(besidesNote(ofSection(), shown('Another.'))).toHaveLength(3)
    expect(besidesNote(ofSection(), null)).toHaveLength(3)
  })

  test('leaves it out where its lines are broken elsewhere', () => {
    expect(besidesNote(ofSection(), shown('No\\\naccess.'))).toHaveLength(2)
  })
})
