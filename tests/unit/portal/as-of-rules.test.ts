import { describe, expect, test } from 'vitest'
import { parseAsOf } from '#features/portal/as-of-rules.ts'
import { pageHref } from '#features/portal/page-model.ts'

const lateEvening = new Date('2026-11-23T20:30:00Z')

describe('the day a page speaks of', () => {
  test('is today in Tbilisi, where it is already tomorrow when London has evening', () => {
    expect(parseAsOf(undefined, lateEvening)).toEqual({ day: '2026-11-24', isToday: true })
  })

  test('is the day asked for', () => {
    expect(parseAsOf('2026-03-10', lateEvening)).toEqual({ day: '2026-03-10', isToday: false })
    expect(parseAsOf('2026-11-24', lateEvening)).toEqual({ day: '2026-11-24', isToday: true })
  })

  test.each(['2026-02-30', '2026-3-4', 'yesterday', '', '2026-03-04T00:00'])('is not %j', given => {
    expect(parseAsOf(given, lateEvening)).toBe('as-of-malformed')
  })

  test('is never in the future', () => {
    expect(parseAsOf('2026-11-25', lateEvening)).toBe('as-of-future')
  })
})

describe('a link to another page', () => {
  const past = { locale: 'en', asOf: { day: '2026-03-10', isToday: false } } as Parameters<typeof pageHref>[0]

  test('keeps the language and the day', () => {
    expect(pageHref(past, '/docs')).toBe('/en/docs?asOf=2026-03-10')
    expect(pageHref({ ...past, asOf: { ...past.asOf, isToday: true } }, '/docs')).toBe('/en/docs')
  })

  test('puts the day before the fragment', () => {
    expect(pageHref(past, '/docs/a#w-3')).toBe('/en/docs/a?asOf=2026-03-10#w-3')
  })
})
