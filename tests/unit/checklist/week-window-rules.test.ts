import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day } from '#features/checklist/calendar-model.ts'
import { addDays } from '#features/checklist/calendar-rules.ts'
import { parseTo, WEEKS, weekWindow } from '#features/checklist/week-window-rules.ts'
import { day } from './stories.ts'

const FIRST = day('2026-03-13')
const fridaysOf = (count: number): Day[] =>
  Array.from({ length: count }, (_, week) => addDays(FIRST, week * 7))

describe('the weeks of a page', () => {
  test('are the newest ones, and links lead through all of them, each once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), count => {
        const fridays = fridaysOf(count)
        const seen: Day[] = []
        for (let to = fridays.at(-1) ?? null; to; ) {
          const window = weekWindow(fridays, to)
          expect(window?.fridays.length).toBeLessThanOrEqual(WEEKS)
          seen.unshift(...(window?.fridays ?? []))
          to = window?.older ?? null
        }
        expect(seen).toEqual(fridays)
      }),
    )
  })

  test('lead back to where one came from', () => {
    const fridays = fridaysOf(40)
    const last = fridays.at(-1) ?? FIRST
    const older = weekWindow(fridays, last)?.older ?? FIRST
    expect(weekWindow(fridays, older)?.newer).toBe(last)
    expect(weekWindow(fridays, last)?.newer).toBeNull()
  })

  test('are none before the first report is owed, but only where one is owed later', () => {
    expect(weekWindow(fridaysOf(3), addDays(FIRST, -7))).toBeNull()
    expect(weekWindow([], FIRST)).toEqual({ fridays: [], older: null, newer: null })
  })
})

describe('the last Friday asked for', () => {
  test.for([
    [undefined, '2026-03-20'],
    ['2026-03-13', '2026-03-13'],
    ['2026-03-14', '2026-03-20'],
    ['2026-03-20', '2026-03-20'],
  ] as const)('by %s on a Wednesday is %s', ([given, friday]) => {
    expect(parseTo(given, day('2026-03-18'))).toEqual({ friday })
  })

  test.for([
    ['2026-03-21', 'as-of-future'],
    ['2026-02-30', 'as-of-malformed'],
    ['', 'as-of-malformed'],
  ] as const)('by “%s” is refused: %s', ([given, problem]) => {
    expect(parseTo(given, day('2026-03-18'))).toBe(problem)
  })
})
