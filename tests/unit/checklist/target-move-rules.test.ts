import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#features/checklist/calendar-rules.ts'
import { fold, inFoldOrder } from '#features/checklist/fold-rules.ts'
import type { LedgerLine, RecordedLine } from '#features/checklist/ledger-model.ts'
import { hashed } from '#features/checklist/ledger-rules.ts'
import { newestMoves, targetMoves } from '#features/checklist/target-move-rules.ts'
import { legalLedger } from './legal-ledgers.ts'
import { baseline, change, confirm, day } from './stories.ts'

const recorded = (...lines: LedgerLine[]): RecordedLine[] =>
  inFoldOrder(lines.map(line => ({ ...hashed(line), enteredAt: null })))

describe('the moves of a target date', () => {
  test('are none while it stands as the baseline set it', () => {
    expect(targetMoves([])).toBeNull()
    expect(targetMoves(recorded(baseline(), change(), confirm()))).toBeNull()
  })

  test('have an instant, a role and a reason each', () => {
    const reason = { ka: 'მიზეზი' }
    const moved = change({
      recordedAt: '2026-03-06T22:30:00Z',
      targetDate: day('2026-03-20'),
      reason,
    })
    expect(targetMoves(recorded(baseline(), moved))).toMatchObject({
      original: '2026-03-10',
      slips: 1,
      broughtForward: 0,
      moves: [
        {
          recordedAt: '2026-03-06T22:30:00Z',
          by: 'LEDGER_ENGINEER',
          from: '2026-03-10',
          to: '2026-03-20',
          reason,
        },
      ],
    })
  })

  test('that came back to the first date are moves all the same, and one to an earlier day is no slip', () => {
    const there = change({ targetDate: day('2026-03-20') })
    const back = change({ recordedAt: '2026-03-09T10:00:00+04:00' })
    expect(targetMoves(recorded(baseline(), there, back))).toMatchObject({ slips: 1, broughtForward: 1 })
  })

  test('lead from the first date to the one that holds, and their slips are those of the fold', () => {
    fc.assert(
      fc.property(legalLedger, ledger => {
        const lines = recorded(...ledger.filter(line => line.workstream === 1))
        const state = fold(lines, day('9999-01-01')).get(1)
        const moved = targetMoves(lines)
        const path = [
          moved?.original ?? state?.originalTargetDate,
          ...(moved?.moves ?? []).map(({ to }) => to),
        ]
        expect(path[0]).toBe(state?.originalTargetDate)
        expect(path.at(-1)).toBe(state?.targetDate)
        expect(moved?.moves.map(({ from }) => from) ?? []).toEqual(path.slice(0, -1))
        expect(moved?.slips ?? 0).toBe(state?.slips.length)
      }),
    )
  })

  test.for([
    [1, 0],
    [3, 0],
    [64, 61],
  ] as const)('are listed as far as there is room: of %d all but %d', ([count, unlisted]) => {
    const moved = Array.from({ length: count }, (_, index) =>
      change({
        recordedAt: new Date(Date.UTC(2026, 2, 5, 0, index)).toISOString(),
        targetDate: addDays(day('2026-03-11'), index),
      }),
    )
    const moves = targetMoves(recorded(baseline(), ...moved))
    if (!moves) throw new Error('No move')
    const { newest, earlier } = newestMoves(moves, 3)
    expect([earlier, earlier + newest.length]).toEqual([unlisted, count])
    expect(newest.map(({ to }) => to)).toEqual(moved.slice(-3).map(({ targetDate }) => targetDate))
  })
})
