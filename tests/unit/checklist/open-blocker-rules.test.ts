import { describe, expect, it } from 'vitest'
import { fold } from '#features/checklist/fold-rules.ts'
import type { LedgerLine } from '#features/checklist/ledger-model.ts'
import { hashed } from '#features/checklist/ledger-rules.ts'
import { openBlocker } from '#features/checklist/open-blocker-rules.ts'
import { baseline, change, day } from '#tests/unit/checklist/stories.ts'

const at = (date: string, over: Partial<LedgerLine>) =>
  change({ recordedAt: `${date}T12:00:00+04:00`, ...over })

const STORY = [
  baseline(),
  at('2026-03-06', {}),
  at('2026-03-09', { status: 'BLOCKED', note: { ka: 'გასაღები' } }),
  at('2026-03-10', { resolution: { ka: 'არის' } }),
  at('2026-03-11', { status: 'BLOCKED', note: { ka: 'ქსელი' } }),
]

const openOn = (date: string) => {
  const state = fold(STORY.map(hashed), day(date)).get(1)
  return state && openBlocker(state)?.note?.ka
}

describe('the open blocker of a workstream', () => {
  it('is its newest one while it is blocked', () => {
    expect([openOn('2026-03-09'), openOn('2026-03-11')]).toEqual(['გასაღები', 'ქსელი'])
  })

  it('is none where it has not been blocked, and none once it is cleared', () => {
    expect([openOn('2026-03-06'), openOn('2026-03-10')]).toEqual([undefined, undefined])
  })
})
