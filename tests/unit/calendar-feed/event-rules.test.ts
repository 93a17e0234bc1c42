import { describe, expect, test } from 'vitest'
import { calendarOf } from '#features/calendar-feed/calendar-feed-rules.ts'
import { dutyEvents } from '#features/calendar-feed/duty-event-rules.ts'
import { reviewEvents } from '#features/calendar-feed/review-event-rules.ts'
import { targetEvents } from '#features/calendar-feed/target-event-rules.ts'
import type { ChecklistView, WorkstreamView } from '#features/checklist/checklist-model.ts'
import type { LedgerLine } from '#features/checklist/ledger-model.ts'
import { hashed } from '#features/checklist/ledger-rules.ts'
import { wordingIn } from '#features/localization/wording.ts'
import { checklistView, documentHead, documentView, workstreamView } from '#tests/unit/api/stories.ts'
import { baseline, change, day } from '#tests/unit/checklist/stories.ts'

const wording = await wordingIn('ka')
const wish = {
  locale: 'ka',
  asOf: { day: day('2026-03-13'), isToday: true },
  origin: 'https://mza.example',
  query: new URLSearchParams(),
} as const

const recorded = (line: LedgerLine) => ({ ...hashed(line), enteredAt: null })

/** Two workstreams, one with three changes, one with none. */
const LINES = [
  baseline({ workstream: 1 }),
  baseline({ workstream: 2 }),
  change({ workstream: 1 }),
  change({ workstream: 1, recordedAt: '2026-03-07T12:00:00+04:00', status: 'BLOCKED' }),
  change({ workstream: 1, recordedAt: '2026-03-08T12:00:00+04:00' }),
].map(recorded)

const checklist = (owners: readonly WorkstreamView['ownerRole'][], texts: number): ChecklistView => ({
  ...checklistView(
    owners.map((ownerRole, index) =>
      workstreamView({
        number: index + 1,
        ownerRole,
        status: 'IN_PROGRESS',
        lines: LINES.filter(({ workstream }) => workstream === index + 1),
      }),
    ),
  ),
  lines: LINES,
  document: documentView('', { knownTexts: { count: texts, newestAt: '2026-03-09T12:00:00+04:00' } }),
})

describe('an event of a document', () => {
  test('counts on when the work of a role goes to another', () => {
    const [before] = dutyEvents(checklist(['SRE_LEAD', 'SRE_LEAD'], 1), wording, wish)
    const after = dutyEvents(checklist(['RELEASE_MANAGER', 'SRE_LEAD'], 2), wording, wish)
    const same = after.find(({ uid }) => uid === before?.uid)
    expect([before?.sequence, same?.sequence]).toEqual([4, 5])
  })

  test('announces a new text, which may have another title or owner', () => {
    const sequences = [1, 2].map(texts =>
      targetEvents(checklist(['SRE_LEAD', 'SRE_LEAD'], texts), wording, wish).map(({ sequence }) => sequence),
    )
    expect(sequences).toEqual([
      [4, 4],
      [5, 5],
    ])
  })

  test('keeps its name when the date of a review moves, and counts it', () => {
    const { metadata } = documentHead()
    const moved = documentHead({
      metadata: { ...metadata, nextReviewDate: day('2026-05-04') },
      knownTexts: { count: 2, newestAt: '2026-03-09T12:00:00+04:00' },
    })
    const [before, after] = reviewEvents([documentHead(), moved], wording, wish)
    expect(after).toMatchObject({ uid: before?.uid, sequence: 2, day: '2026-05-04' })
    expect([before?.sequence, after?.changedAt]).toEqual([1, '2026-03-09T12:00:00+04:00'])
  })

  test('has no one language where its title is in another than the calendar, and says which that is', () => {
    const all = checklist(['SRE_LEAD'], 1)
    const events = [...targetEvents(all, wording, wish), ...reviewEvents([documentHead()], wording, wish)]
    for (const event of events) expect(event.description.join(' ')).toContain('ინგლისური')
    const calendar = calendarOf(events, 'x', wording)
    expect(calendar.match(/^SUMMARY:/gm)).toHaveLength(2)
    expect(calendar).not.toMatch(/^SUMMARY;/m)
  })
})
