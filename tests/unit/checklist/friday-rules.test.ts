import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, fridayOf } from '#features/checklist/calendar-rules.ts'
import { fridayState } from '#features/checklist/friday-rules.ts'
import type { LedgerLine } from '#features/checklist/ledger-model.ts'
import { hashed } from '#features/checklist/ledger-rules.ts'
import { legalLedger } from '#tests/unit/checklist/legal-ledgers.ts'
import { baseline, change, confirm, day, placed, REVIEWED } from '#tests/unit/checklist/stories.ts'

/** The first Friday after the baseline's own, 6 March. */
const FRIDAY = day('2026-03-13')
const NEXT = day('2026-03-20')

const state = (asOf: string, ...lines: LedgerLine[]) =>
  fridayState(placed(baseline(), ...lines), FRIDAY, day(asOf))

const march = (date: string, line: LedgerLine): LedgerLine => ({
  ...line,
  recordedAt: `2026-03-${date}+04:00`,
  for: FRIDAY,
})

describe('the Friday duty', () => {
  it('begins with the first Friday after the baseline', () => {
    const lines = placed(baseline())
    expect(fridayState(lines, day('2026-03-06'), FRIDAY)).toBeNull()
    expect(fridayState(lines, day('2026-02-27'), FRIDAY)).toBeNull()
    expect(fridayState(lines, FRIDAY, FRIDAY)).toBe('due')
  })

  it('spares the next Friday only of a baseline recorded on a Saturday', () => {
    const lines = placed(baseline({ recordedAt: '2026-03-07T00:00:00+04:00', for: FRIDAY }))
    expect(fridayState(lines, FRIDAY, NEXT)).toBeNull()
    expect(fridayState(lines, NEXT, NEXT)).toBe('due')
  })

  it('does not exist without a baseline, nor for a week not begun', () => {
    expect(fridayState([], FRIDAY, FRIDAY)).toBeNull()
    expect(state('2026-03-06')).toBeNull()
    expect(fridayState(placed(baseline()), FRIDAY, day('2026-03-03'))).toBeNull()
  })

  it('is due from Saturday to the end of Friday, then missed', () => {
    expect(state('2026-03-07')).toBe('due')
    expect(state('2026-03-13')).toBe('due')
    expect(state('2026-03-14')).toBe('missed')
  })

  it('is met by a change or a confirm, and a change beats a confirm', () => {
    const updated = march('09T10:00:00', change())
    const confirmed = march('10T10:00:00', confirm({ status: 'IN_PROGRESS' }))
    expect(state('2026-03-31', updated)).toBe('updated')
    expect(state('2026-03-31', march('10T10:00:00', confirm()))).toBe('confirmed')
    expect(state('2026-03-31', updated, confirmed)).toBe('updated')
  })

  it('is met in the last second of Friday and late in the first of Saturday', () => {
    expect(state('2026-03-31', march('13T23:59:59', confirm()))).toBe('confirmed')
    expect(state('2026-03-31', march('14T00:00:00', confirm()))).toBe('late')
  })

  it('is missed until the late report is made', () => {
    const late = march('17T10:00:00', confirm())
    expect(state('2026-03-16', late)).toBe('missed')
    expect(state('2026-03-17', late)).toBe('late')
  })

  it('is not met by a report for another Friday', () => {
    const past = { ...march('09T10:00:00', confirm()), for: day('2026-03-06') }
    expect(state('2026-03-31', past)).toBe('missed')
  })

  it('is met by the change that finishes the work; the weeks after it are exempt', () => {
    const done = march('12T10:00:00', change({ status: 'DONE' }))
    const lines = placed(baseline({ status: 'IN_PROGRESS' }), done)
    expect(fridayState(lines, FRIDAY, NEXT)).toBe('updated')
    expect(fridayState(lines, NEXT, NEXT)).toBe('exempt')
  })

  it('comes back when the work is reopened, but not for weeks that ended DONE', () => {
    const reopened = change({ recordedAt: '2026-03-16T10:00:00+04:00', for: NEXT })
    const lines = placed(baseline({ status: 'DONE' }), reopened)
    const last = day('2026-03-28')
    expect(fridayState(lines, FRIDAY, last)).toBe('exempt')
    expect(fridayState(lines, NEXT, last)).toBe('updated')
    expect(fridayState(lines, day('2026-03-27'), last)).toBe('missed')
  })

  it('never changes once met, whatever is recorded later', () => {
    fc.assert(
      fc.property(legalLedger, fc.integer({ min: 1, max: 8 }), (ledger, weeks) => {
        const lines = ledger.filter(line => line.workstream === 1).map(hashed)
        const friday = addDays(fridayOf(REVIEWED), weeks * 7)
        const then = fridayState(lines, friday, friday)
        const later = fridayState(lines, friday, addDays(friday, 200))
        if (then === 'due') expect(['missed', 'late']).toContain(later)
        else expect(later).toBe(then)
      }),
    )
  })
})
