import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Day, parseDay } from '#features/checklist/calendar-model.ts'
import { addDays, daysBetween, fridayOf } from '#features/checklist/calendar-rules.ts'
import { fridayBefore, parseSpan, weekAfter, weekBefore, weekOf } from '#features/checklist/span-rules.ts'
import { day } from './stories.ts'

const WEDNESDAY = { day: day('2026-03-18'), isToday: true }
const anyDay = fc.integer({ min: 0, max: 40_000 }).map(days => addDays(day('1970-01-01'), days))

describe('the span that is asked for', () => {
  test.for([
    { asOf: '2026-03-18', from: '2026-03-13' },
    { asOf: '2026-03-19', from: '2026-03-13' },
    { asOf: '2026-03-20', from: '2026-03-13' },
    { asOf: '2026-03-21', from: '2026-03-20' },
    { asOf: '2026-03-22', from: '2026-03-20' },
  ])('is, by itself, since the last Friday that ended before $asOf: $from', ({ asOf, from }) => {
    expect(parseSpan({}, { day: day(asOf), isToday: false })).toEqual({ from, to: asOf })
  })

  test('begins, where only its end is named, with the Friday before that', () => {
    expect(parseSpan({ to: '2026-03-13' }, WEDNESDAY)).toEqual({ from: '2026-03-06', to: '2026-03-13' })
  })

  test('ends, where only its beginning is named, with the day of the page', () => {
    expect(parseSpan({ from: '2026-03-05' }, WEDNESDAY)).toEqual({ from: '2026-03-05', to: '2026-03-18' })
  })

  test.for([
    [{ from: '2026-02-30' }, 'span-malformed'],
    [{ from: '' }, 'span-malformed'],
    [{ to: '18 March' }, 'span-malformed'],
    [{ from: '2026-03-06', to: '2026-3-13' }, 'span-malformed'],
    [{ to: '2026-03-19' }, 'span-future'],
    [{ from: '2026-03-19' }, 'span-future'],
    [{ from: '2026-03-17', to: '2026-03-16' }, 'span-reversed'],
  ] as const)('%j is refused as %s', ([given, problem]) => {
    expect(parseSpan(given, WEDNESDAY)).toBe(problem)
  })

  test('may be of no length', () => {
    const given = { from: '2026-03-16', to: '2026-03-16' }
    expect(parseSpan(given, WEDNESDAY)).toEqual(given)
  })

  test('can be told of every day of the calendar', () => {
    fc.assert(
      fc.property(anyDay, to => {
        const span = parseSpan({}, { day: to, isToday: false })
        if (typeof span === 'string') throw new Error(span)
        expect(span.from <= to).toBe(true)
        expect(daysBetween(span.from, to)).toBeLessThanOrEqual(7)
        expect(span.from === to || fridayOf(span.from) === span.from).toBe(true)
      }),
    )
    expect(fridayBefore(parseDay('1970-01-01') as Day)).toBe('1970-01-01')
  })
})

describe('the weeks beside a span', () => {
  const span = { from: day('2026-03-13'), to: day('2026-03-20') }
  const BASELINE = day('2026-03-04')

  test('are the one that was over as it began and the one that begins as it ends', () => {
    expect(weekBefore(span, BASELINE)).toEqual({ from: '2026-03-06', to: '2026-03-13' })
    expect(weekAfter(span, day('2026-04-01'))).toEqual({ from: '2026-03-20', to: '2026-03-27' })
  })

  test('go no further than the day of the page', () => {
    expect(weekAfter(span, day('2026-03-24'))).toEqual({ from: '2026-03-20', to: '2026-03-24' })
    expect(weekAfter(span, day('2026-03-20'))).toBeNull()
  })

  test('go back to the week of the baseline and no further', () => {
    const second = { from: day('2026-03-06'), to: day('2026-03-13') }
    expect(weekBefore(second, BASELINE)).toEqual({ from: '2026-02-27', to: '2026-03-06' })
    expect(weekBefore({ from: day('2026-02-27'), to: day('2026-03-06') }, BASELINE)).toBeNull()
    expect(weekBefore({ from: day('2026-03-05'), to: day('2026-03-06') }, BASELINE)).toBeNull()
  })

  test('meet without a gap: who goes back and forth is where they were', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 2000 }), weeks => {
        const to = addDays(day('2026-03-06'), 7 * weeks)
        const week = weekOf(to, to)
        const before = weekBefore(week, BASELINE)
        expect(before?.to).toBe(week.from)
        expect(before && weekAfter(before, to)).toEqual(week)
      }),
    )
  })
})
