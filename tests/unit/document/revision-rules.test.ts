import { describe, expect, test } from 'vitest'
import type { Day } from '#features/checklist/calendar-model.ts'
import { type RevisionStub, textsAsOf } from '#features/document/revision-rules.ts'

const stub = (
  id: number,
  locale: RevisionStub['locale'],
  recordedAt: string,
  isCurrent = false,
): RevisionStub => ({
  id,
  locale,
  recordedAt: new Date(recordedAt),
  isCurrent,
})

const revisions = [
  stub(1, 'en', '2026-04-01T09:00:00Z'),
  stub(2, 'en', '2026-05-01T19:59:00Z'),
  stub(3, 'en', '2026-06-01T09:00:00Z', true),
  stub(4, 'ka', '2026-05-15T09:00:00Z', true),
  stub(5, 'ru', '2026-04-01T09:00:00Z'),
]

const on = (day: string, isToday = false) => {
  const { byLocale, areLaterThanAsked } = textsAsOf(revisions, { day: day as Day, isToday })
  return { ids: [...byLocale.values()].map(text => text.id).sort(), areLaterThanAsked }
}

describe('the texts of a day', () => {
  test('are today those that stand now', () => {
    expect(on('2026-11-23', true)).toEqual({ ids: [3, 4], areLaterThanAsked: false })
  })

  test('are the newest recorded by its end in Tbilisi, in the languages that there were', () => {
    expect(on('2026-04-30')).toEqual({ ids: [1], areLaterThanAsked: false })
    expect(on('2026-05-01')).toEqual({ ids: [2], areLaterThanAsked: false })
    expect(on('2026-05-20')).toEqual({ ids: [2, 4], areLaterThanAsked: false })
  })

  test('are the oldest there are, and say so, where none is as old', () => {
    expect(on('2026-03-10')).toEqual({ ids: [1, 4], areLaterThanAsked: true })
  })

  test('leave out a language the document no longer has', () => {
    expect(on('2026-06-02').ids).not.toContain(5)
  })
})
