import { describe, expect, test } from 'vitest'
import { parseWish } from '#features/api/request-rules.ts'

// 00:30 on the 14th in Tbilisi.
const NOW = new Date('2026-03-13T20:30:00Z')
const wish = (query: string) => parseWish(new URLSearchParams(query), NOW)

describe('what a request to the API asks for', () => {
  test('is Georgian and today in Tbilisi where it says nothing', () => {
    expect(wish('')).toEqual({ locale: 'ka', asOf: { day: '2026-03-14', isToday: true } })
  })

  test('is the language and the day it names', () => {
    expect(wish('locale=en&asOf=2026-03-06')).toEqual({
      locale: 'en',
      asOf: { day: '2026-03-06', isToday: false },
    })
  })

  test.each([
    ['locale=fr', 'locale-unknown', 'Expected one of ka, en, ru, tr, hy, ar as locale, found "fr".'],
    ['locale=', 'locale-unknown', 'Expected one of ka, en, ru, tr, hy, ar as locale, found "".'],
    ['asOf=2026-02-30', 'as-of-malformed', 'Expected a calendar day YYYY-MM-DD as asOf, found "2026-02-30".'],
    ['asOf=', 'as-of-malformed', 'Expected a calendar day YYYY-MM-DD as asOf, found "".'],
    [
      'asOf=2026-03-15',
      'as-of-future',
      'Expected no day after today in Tbilisi as asOf, found "2026-03-15".',
    ],
  ])('%s is refused as %s, saying what was expected and found', (query, code, detail) => {
    expect(wish(query)).toEqual({ code, detail })
  })
})
