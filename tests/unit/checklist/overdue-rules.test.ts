import { expect, it } from 'vitest'
import { overdueDays, reviewOverdueDays } from '#features/checklist/overdue-rules.ts'
import { day } from '#tests/unit/checklist/stories.ts'

const open = { status: 'BLOCKED', targetDate: day('2026-03-12') } as const

it('is overdue from the day after its target date', () => {
  expect(overdueDays(open, day('2026-03-11'))).toBe(0)
  expect(overdueDays(open, day('2026-03-12'))).toBe(0)
  expect(overdueDays(open, day('2026-04-12'))).toBe(31)
})

it('is never overdue once DONE', () => {
  expect(overdueDays({ ...open, status: 'DONE' }, day('2026-04-12'))).toBe(0)
})

it('has its review overdue from the day after the next review date, if it names one', () => {
  expect(reviewOverdueDays(day('2026-04-04'), day('2026-04-04'))).toBe(0)
  expect(reviewOverdueDays(day('2026-04-04'), day('2026-04-06'))).toBe(2)
  expect(reviewOverdueDays(null, day('2026-04-06'))).toBe(0)
})
