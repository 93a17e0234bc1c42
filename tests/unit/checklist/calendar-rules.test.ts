import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day } from '#features/checklist/calendar-model.ts'
import {
  addDays,
  dayInTbilisi,
  daysBetween,
  endOfDay,
  fridayOf,
  inTbilisi,
  startOfDay,
} from '#features/checklist/calendar-rules.ts'
import { day } from '#tests/unit/checklist/stories.ts'

const anyDay: fc.Arbitrary<Day> = fc
  .integer({ min: 0, max: 25_000 })
  .map(days => addDays(day('1970-01-01'), days))

describe('the calendar of Tbilisi', () => {
  it('is four hours ahead of UTC', () => {
    expect(dayInTbilisi(new Date('2026-03-05T19:59:59.999Z'))).toBe('2026-03-05')
    expect(dayInTbilisi(new Date('2026-03-05T20:00:00Z'))).toBe('2026-03-06')
    expect(startOfDay(day('2026-03-06'))).toEqual(new Date('2026-03-05T20:00:00.000Z'))
    expect(endOfDay(day('2026-03-06'))).toEqual(new Date('2026-03-06T19:59:59.999Z'))
  })

  it('writes an instant with the offset it had', () => {
    expect(inTbilisi(new Date('2026-03-03T20:00:00Z'))).toBe('2026-03-04T00:00:00+04:00')
    expect(inTbilisi(new Date('2003-07-01T00:00:00Z'))).toBe('2003-07-01T05:00:00+05:00')
  })

  it('begins a day later where the clock skipped midnight', () => {
    expect(inTbilisi(startOfDay(day('2004-03-28')))).toBe('2004-03-28T01:00:00+05:00')
  })

  it('cuts time into days without gap or overlap, in the years of daylight saving too', () => {
    let instant = startOfDay(day('1980-01-01')).getTime()
    for (let date = day('1980-01-01'); date < '2007-01-01'; date = addDays(date, 1)) {
      if (startOfDay(date).getTime() !== instant || dayInTbilisi(new Date(instant)) !== date)
        expect.fail(`${date} begins at ${startOfDay(date).toISOString()}`)
      if (dayInTbilisi(endOfDay(date)) !== date) expect.fail(`${date} ends ${endOfDay(date).toISOString()}`)
      instant = endOfDay(date).getTime() + 1
    }
  })

  it('counts days across the end of February and of the year', () => {
    expect(addDays(day('2028-02-28'), 2)).toBe('2028-03-01')
    expect(daysBetween(day('2025-12-31'), day('2026-01-02'))).toBe(2)
    expect(daysBetween(day('2026-01-02'), day('2025-12-31'))).toBe(-2)
  })

  it('adds what it counts', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (from, to) => {
        expect(addDays(from, daysBetween(from, to))).toBe(to)
      }),
    )
  })

  it('knows the last day it can name and refuses the one after', () => {
    expect(endOfDay(day('9999-12-31'))).toEqual(new Date('9999-12-31T19:59:59.999Z'))
    expect(() => addDays(day('9999-12-31'), 1)).toThrow(RangeError)
    expect(() => addDays(day('1970-01-01'), -1)).toThrow(RangeError)
  })
})

describe('the week that a Friday ends', () => {
  it.each([
    ['2026-02-28', '2026-03-06'],
    ['2026-03-04', '2026-03-06'],
    ['2026-03-06', '2026-03-06'],
    ['2026-03-07', '2026-03-13'],
  ])('has %s in the week of %s', (date, friday) => {
    expect(fridayOf(day(date))).toBe(friday)
  })

  it('holds every day once, Saturday to Friday', () => {
    fc.assert(
      fc.property(anyDay, date => {
        const friday = fridayOf(date)
        expect(new Date(friday).getUTCDay()).toBe(5)
        expect(daysBetween(date, friday)).toBeGreaterThanOrEqual(0)
        expect(daysBetween(date, friday)).toBeLessThan(7)
        expect(fridayOf(friday)).toBe(friday)
      }),
    )
  })
})
