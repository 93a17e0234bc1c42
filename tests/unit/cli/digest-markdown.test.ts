import { toString as textOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import { digestMarkdown } from '#cli/friday/digest-markdown.ts'
import { digestOf } from '#features/checklist/digest-rules.ts'
import type { LedgerLine } from '#features/checklist/ledger-model.ts'
import { hashed } from '#features/checklist/ledger-rules.ts'
import { parseMarkdown } from '#features/document/markdown-rules.ts'
import { baseline, change, day, row } from '#tests/unit/checklist/stories.ts'

const HOSTILE = '*Keys* [x](https://example.org/a_b) <b>\n# no heading\n- no item'

const LATE = {
  recordedAt: '2026-03-10T18:00:00+04:00',
  status: 'BLOCKED',
  targetDate: day('2026-03-20'),
} as const

const markdown = async (locale: 'ka' | 'en', ...further: LedgerLine[]) => {
  const lines = [
    baseline(),
    change({ recordedAt: '2026-03-09T12:00:00+04:00', for: day('2026-03-13') }),
    change({
      recordedAt: '2026-03-10T12:00:00+04:00',
      for: day('2026-03-13'),
      status: 'BLOCKED',
      targetDate: day('2026-03-20'),
      note: { en: HOSTILE },
      reason: { ka: 'მიზეზი', en: 'A cause' },
    }),
    ...further,
  ].map(line => ({ ...hashed(line), enteredAt: '2026-03-12T00:00:00+04:00' }))
  const digest = digestOf(lines, [row(1)], null, day('2026-03-12'))
  if (!digest) throw new Error('no digest')
  const title = { text: HOSTILE, lang: 'en', authority: 'authoritative' } as const
  return digestMarkdown(digest, { checklist: title, titles: new Map([[1, title]]), notes: new Map() }, locale)
}

describe('the digest as Markdown', () => {
  it('says old and new, who, when and why, in the language asked for', async () => {
    const text = await markdown('en')
    expect(text).toContain(
      'March 9, 2026, LEDGER_ENGINEER: Work began. Status: To do (TODO) → In progress (IN_PROGRESS).',
    )
    expect(text).toContain(
      'Work was blocked. The target date was moved later: March 10, 2026 → March 20, 2026. Status: In progress (IN_PROGRESS) → Blocked (BLOCKED).',
    )
    expect(text).toContain('Reason: A cause')
    expect(await markdown('ka')).toContain('ვადა გადაიწია: 2026 წლის 10 მარტი → 2026 წლის 20 მარტი')
  })

  it('says of the next target dates how often they were moved, later or earlier', async () => {
    const text = await markdown(
      'en',
      change({ recordedAt: '2026-03-11T12:00:00+04:00', status: 'BLOCKED', targetDate: day('2026-03-09') }),
    )
    expect(text).toContain('(moved later once and brought forward once; originally March 10, 2026)')
  })

  it('says when a line was entered later than it was recorded', async () => {
    expect(await markdown('en', change(LATE))).toContain('    - Entered later: March 12, 2026')
  })

  it('lets words of the content mark nothing', async () => {
    const tree = parseMarkdown(await markdown('en'))
    const headings = tree.children.filter(node => node.type === 'heading')
    expect(headings.map(heading => heading.depth)).toEqual([1, 2, 2, 2, 2])
    const marks: string[] = []
    visit(tree, node => {
      if (['html', 'emphasis'].includes(node.type)) marks.push(node.type)
    })
    expect(marks).toEqual([])
    expect(textOf(tree)).toContain('*Keys* [x](https://example.org/a_b) <b> # no heading - no item')
  })

  it('says in which language a text is that is not in the one asked for', async () => {
    expect(await markdown('ka')).toContain('(ტექსტის ენა: ინგლისური)')
    expect(await markdown('en')).not.toContain('language of the text')
  })
})
