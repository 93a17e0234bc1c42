import { describe, expect, test } from 'vitest'
import { workstreamResource } from '#features/api/workstream-resource-rules.ts'
import type { WorkstreamView } from '#features/checklist/checklist-model.ts'
import { parseMarkdown } from '#features/document/markdown-rules.ts'
import { workstreamView } from '#tests/unit/api/stories.ts'

const shown = (over: Partial<WorkstreamView> = {}) => workstreamResource(workstreamView(over), [], 'en')

const ofDocument = {
  nodes: parseMarkdown('The `terraform` command is **missing**.\n\nInstall it.').children,
  lang: 'en',
  authority: 'source',
} as const

describe('a workstream in the API', () => {
  test('lists each move of its target date with the reason in the language asked for', () => {
    expect(shown().slips).toEqual([
      {
        recordedAt: '2026-03-06T14:05:00+04:00',
        by: 'ORCHESTRATION_ENGINEER',
        from: '2026-03-09',
        to: '2026-03-10',
        reason: { text: 'A reason', lang: 'en', authority: 'translation' },
        withheld: null,
      },
    ])
  })

  test("says in plain words what the document's note says, while the block stands", () => {
    expect(shown({ blockerNote: ofDocument }).blockerNotes[1]).toEqual({
      text: 'The terraform command is missing.\n\nInstall it.',
      lang: 'en',
      authority: 'source',
      withheld: null,
      raisedOn: '2026-03-07',
      clearedOn: null,
    })
  })

  test("keeps the ledger's words, in their own language, for a block that was cleared", () => {
    expect(shown({ blockerNote: ofDocument }).blockerNotes[0]).toEqual({
      text: 'პირველი შეფერხება',
      lang: 'ka',
      authority: 'authoritative',
      withheld: null,
      raisedOn: '2026-03-05',
      clearedOn: '2026-03-06',
    })
  })

  test('tells of a block for which nobody has found words', () => {
    expect(shown().blockerNotes[1]).toEqual({
      text: null,
      lang: null,
      authority: null,
      withheld: null,
      raisedOn: '2026-03-07',
      clearedOn: null,
    })
  })
})
