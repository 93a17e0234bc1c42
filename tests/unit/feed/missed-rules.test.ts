import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#features/checklist/calendar-rules.ts'
import { inFoldOrder, recordedBy } from '#features/checklist/fold-rules.ts'
import { fridayState } from '#features/checklist/friday-rules.ts'
import type { LedgerLine } from '#features/checklist/ledger-model.ts'
import { hashed } from '#features/checklist/ledger-rules.ts'
import { owedFridays } from '#features/checklist/week-rules.ts'
import { missedFridays } from '#features/feed/missed-rules.ts'
import { legalLedger } from '#tests/unit/checklist/legal-ledgers.ts'
import { baseline, change, confirm, day, REVIEWED } from '#tests/unit/checklist/stories.ts'

const recorded = (lines: readonly LedgerLine[]) =>
  inFoldOrder(lines.map(line => ({ ...hashed(line), enteredAt: null })))

describe('the Fridays that a workstream missed', () => {
  test('are those of which the Friday rule says missed or late, on any day', () => {
    fc.assert(
      fc.property(legalLedger, fc.nat({ max: 120 }), (written, days) => {
        const asOf = addDays(REVIEWED, days)
        const lines = recordedBy(recorded(written.filter(line => line.workstream === 1)), asOf)
        const wanted = owedFridays(REVIEWED, asOf).filter(friday =>
          ['missed', 'late'].includes(fridayState(lines, friday, asOf) ?? ''),
        )
        expect(missedFridays(lines, asOf).map(({ friday }) => friday)).toEqual(wanted)
      }),
    )
  })

  test('stay when their report comes late, and then have it', () => {
    const late = confirm({ recordedAt: '2026-03-14T10:00:00+04:00', for: day('2026-03-13') })
    const lines = recorded([baseline(), late])
    expect(missedFridays(recorded([baseline()]), day('2026-03-14'))).toEqual([
      { friday: '2026-03-13', late: null },
    ])
    expect(missedFridays(lines, day('2026-03-14'))).toEqual([
      { friday: '2026-03-13', late: expect.objectContaining({ recordedAt: late.recordedAt }) },
    ])
  })

  test('are none on a Friday itself, and none once the work is done', () => {
    const done = change({ recordedAt: '2026-03-12T10:00:00+04:00', for: day('2026-03-13'), status: 'DONE' })
    expect(missedFridays(recorded([baseline()]), day('2026-03-13'))).toEqual([])
    expect(missedFridays(recorded([baseline(), done]), day('2026-06-01'))).toEqual([])
  })

  test('are those of the last year alone', () => {
    const missed = missedFridays(recorded([baseline()]), day('2030-01-05'))
    expect(missed).toHaveLength(52)
    expect(missed.map(({ friday }) => friday).at(-1)).toBe('2030-01-04')
  })
})
