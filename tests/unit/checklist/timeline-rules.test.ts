import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day } from '#features/checklist/calendar-model.ts'
import { timeScale } from '#features/checklist/timeline-rules.ts'

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10) as Day)

describe('the time scale of a drawing', () => {
  test('shows every day it was made for, in their order', () => {
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 20 }), days => {
        const scale = timeScale(days)
        const sorted = days.toSorted()
        const places = sorted.map(scale.at)
        for (const place of places) expect(place).toSatisfy((at: number) => at > 0 && at < 100)
        expect(places).toEqual(places.toSorted((a, b) => a - b))
      }),
    )
  })

  test('has at most eight ticks, each the first of a month', () => {
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 5 }), days => {
        const { ticks } = timeScale(days)
        expect(ticks.length).toBeLessThanOrEqual(8)
        for (const tick of ticks) expect(tick.endsWith('-01')).toBe(true)
      }),
    )
  })

  test('places a day by the days that lie before it', () => {
    const { at } = timeScale(['2026-03-04', '2026-03-14'] as Day[])
    expect(at('2026-03-09' as Day)).toBe(50)
  })

  test('cannot be made for no day', () => {
    expect(() => timeScale([])).toThrow(RangeError)
  })
})
