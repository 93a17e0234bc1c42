import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, endOfDay, fridayOf } from '#features/checklist/calendar-rules.ts'
import { inFoldOrder, recordedBy, recordedOn } from '#features/checklist/fold-rules.ts'
import { fridayState } from '#features/checklist/friday-rules.ts'
import { hashed } from '#features/checklist/ledger-rules.ts'
import { deadlineOf, missedOf, silenceOf } from '#features/checklist/silence-rules.ts'
import { owedFridays } from '#features/checklist/week-rules.ts'
import { legalLedger } from './legal-ledgers.ts'
import { baseline, confirm, day, placed, REVIEWED } from './stories.ts'

/** The lines of one workstream of a legal ledger, as a day ended, and that day. */
const known = fc.tuple(legalLedger, fc.nat({ max: 500 })).map(([ledger, days]) => {
  const asOf = addDays(REVIEWED, days)
  const own = ledger.filter(({ workstream }) => workstream === 1)
  return {
    asOf,
    lines: recordedBy(inFoldOrder(own.map(line => ({ ...hashed(line), enteredAt: null }))), asOf),
  }
})

describe('since when a workstream is without a report', () => {
  test('is the day of the newest report, and of the baseline where there was none', () => {
    fc.assert(
      fc.property(known, ({ asOf, lines }) => {
        const newest = lines.at(-1)
        if (!newest) return
        const lastReportedOn = recordedOn(newest)
        const { since, days, hasReported } = silenceOf({ lines, lastReportedOn }, asOf)
        expect(since).toBe(lastReportedOn)
        expect(addDays(since, days)).toBe(asOf)
        expect(hasReported).toBe(lines.length > 1)
      }),
    )
  })
})

describe('the Fridays missed', () => {
  test('are those of a year of which the Friday rule says so', () => {
    fc.assert(
      fc.property(known, ({ asOf, lines }) => {
        const missed = owedFridays(REVIEWED, asOf)
          .filter(friday => fridayState(lines, friday, asOf) === 'missed')
          .filter(friday => daysBetween(friday, fridayOf(asOf)) < 53 * 7)
        expect(missedOf({ ownerRole: 'LEDGER_ENGINEER', lines }, asOf)).toEqual(missed)
      }),
    )
  })

  test('are none any more for which a report came late', () => {
    const late = confirm({ recordedAt: '2026-03-14T09:00:00+04:00', for: day('2026-03-13') })
    const lines = placed(baseline(), late).map(line => ({ ...line, enteredAt: null }))
    expect(missedOf({ ownerRole: 'LEDGER_ENGINEER', lines }, day('2026-03-21'))).toEqual(['2026-03-20'])
  })

  test('are none where there is no record', () => {
    expect(missedOf({ ownerRole: 'LEDGER_ENGINEER', lines: [] }, day('2026-03-21'))).toEqual([])
  })
})

describe('the deadline of a report', () => {
  test('is the last instant at which the Friday rule takes it as given in time', () => {
    fc.assert(
      fc.property(fc.nat({ max: 60 }), days => {
        const asked = addDays(day('2026-03-07'), days)
        const friday = fridayOf(asked)
        const at = (instant: number) => {
          const recordedAt = new Date(instant).toISOString()
          const lines = placed(baseline(), confirm({ recordedAt, for: friday }))
          return fridayState(lines, friday, addDays(friday, 1))
        }
        const deadline = deadlineOf(asked).getTime()
        expect(deadline).toBe(endOfDay(friday).getTime())
        expect(at(deadline)).toBe('confirmed')
        expect(at(deadline + 1)).toBe('late')
      }),
    )
  })
})
