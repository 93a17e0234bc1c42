import { describe, expect, test } from 'vitest'
import { changesBetween } from '#features/checklist/changes-rules.ts'
import { hashed } from '#features/checklist/ledger-rules.ts'
import { wordingIn } from '#features/localization/wording.ts'
import { changesMarkdown } from '#features/twin/changes-markdown-rules.ts'
import { asked, checklistView, documentHead, PORTAL, workstreamView } from '#tests/unit/api/stories.ts'
import { baseline, change, day } from '#tests/unit/checklist/stories.ts'

const SPAN = { from: day('2026-03-06'), to: day('2026-03-13') }
const LINES = [
  baseline(),
  ...['2026-03-07', '2026-03-08', '2026-03-09'].map(on => change({ recordedAt: `${on}T12:00:00+04:00` })),
].map(line => ({ ...hashed(line), enteredAt: null }))

const checklist = { ...checklistView([workstreamView({ number: 1 })]), lines: LINES }
const context = {
  wish: { ...asked('en'), origin: 'https://mza.example', query: new URLSearchParams() },
  wording: await wordingIn('en'),
  portal: PORTAL,
  path: '/changes',
  query: '?from=2026-03-06&to=2026-03-13',
}

const markdown = (most: number, texts: Parameters<typeof changesMarkdown>[1]) => {
  const changes = changesBetween(LINES, SPAN, most)
  const changed = { checklist, changes, newestDay: SPAN.to }
  return changesMarkdown({ checklists: [changed], span: SPAN }, texts, [], context)
}

describe('what changed, as Markdown', () => {
  test('names its page with its days, and where the earlier part is', () => {
    const cut = markdown(2, { documents: [], unlisted: 0 })
    expect(cut).toContain('<https://mza.example/en/changes?from=2026-03-06&to=2026-03-13>')
    expect(cut).toContain('(<https://mza.example/en/changes.md?from=2026-03-06&to=2026-03-07>)')
    expect(markdown(3, { documents: [], unlisted: 0 })).not.toContain('changes.md')
  })

  test('tells the texts that changed, with language, day and commit, and how many are not listed', () => {
    const recordedAt = new Date('2026-03-09T21:00:00Z')
    const change = {
      lang: 'ka',
      recordedAt,
      origin: 'commit',
      commit: '0123456789abcdef',
      isFirst: true,
    } as const
    const text = markdown(9, { documents: [{ document: documentHead(), changes: [change] }], unlisted: 2 })
    expect(text).toContain('(<https://mza.example/en/docs/80_chain/example.md>)')
    expect(text).toContain('  - Georgian: 2026-03-10 · change `0123456789` · first text in this language')
    expect(text).toContain('2 older texts are not listed')
    expect(markdown(9, { documents: [], unlisted: 0 })).toContain('No text changed in this time.')
  })
})
