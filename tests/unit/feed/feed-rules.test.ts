import { describe, expect, test } from 'vitest'
import type { ChecklistView } from '#features/checklist/checklist-model.ts'
import type { LedgerLine } from '#features/checklist/ledger-model.ts'
import { hashed } from '#features/checklist/ledger-rules.ts'
import { feedOf } from '#features/feed/feed-rules.ts'
import { wordingIn } from '#features/localization/wording.ts'
import { checklistView, workstreamView } from '#tests/unit/api/stories.ts'
import { baseline, change, day } from '#tests/unit/checklist/stories.ts'

const wording = await wordingIn('en')

const feed = (checklist: ChecklistView, asOf: string) =>
  feedOf([checklist], wording, {
    locale: 'en',
    asOf: { day: day(asOf), isToday: false },
    origin: 'https://mza.example',
    query: new URLSearchParams(),
  })

const recorded = (line: LedgerLine, enteredAt: string | null = null) => ({ ...hashed(line), enteredAt })

const LATER = '2026-03-12T12:00:00.000Z'

/** Recorded on 6 March, and committed on the 12th; then `more` changes that were committed as they were recorded. */
function enteredLater(more: number): ChecklistView {
  const lines = [
    recorded(baseline({ workstream: 1 })),
    recorded(change({ workstream: 1, recordedAt: '2026-03-06T10:00:00+04:00' }), LATER),
    ...Array.from({ length: more }, (_, index) => {
      const recordedAt = `2026-03-07T10:00:${String(index % 60).padStart(2, '0')}+04:00`
      return recorded(change({ workstream: 1, recordedAt, note: { en: `Note ${index}` } }), recordedAt)
    }),
  ]
  return { ...checklistView([workstreamView({ number: 1, lines: [] })]), lines }
}

describe('a line that was entered later', () => {
  test('is news when it was entered, dated as it was recorded', () => {
    const { entries, updated } = feed(enteredLater(1), '2026-03-13')
    expect(entries.map(entry => [entry.published, entry.updated])).toEqual([
      ['2026-03-06T10:00:00+04:00', '2026-03-12T16:00:00+04:00'],
      ['2026-03-07T10:00:00+04:00', '2026-03-07T10:00:00+04:00'],
    ])
    expect(updated).toBe('2026-03-12T16:00:00+04:00')
  })

  test('has a place among the newest, however many were recorded after it', () => {
    const [newest, ...others] = feed(enteredLater(50), '2026-03-13').entries
    expect([newest?.published, others]).toEqual([
      '2026-03-06T10:00:00+04:00',
      expect.objectContaining({ length: 49 }),
    ])
  })

  test('is dated as recorded for a day before it was entered', () => {
    expect(feed(enteredLater(0), '2026-03-11').entries.map(({ updated }) => updated)).toEqual([
      '2026-03-06T10:00:00+04:00',
    ])
  })

  test('comes after what was recorded later and entered with it', () => {
    const lines = Array.from({ length: 9 }, (_, index) =>
      recorded(change({ workstream: 1, recordedAt: `2026-03-0${index + 1}T10:00:00+04:00` }), LATER),
    )
    const { entries } = feed({ ...enteredLater(0), lines }, '2026-03-13')
    expect(entries.map(({ published }) => published)).toEqual(
      lines.map(({ recordedAt }) => recordedAt).toReversed(),
    )
  })
})
