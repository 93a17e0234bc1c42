import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, endOfDay } from '#features/checklist/calendar-rules.ts'
import { fold } from '#features/checklist/fold-rules.ts'
import type { LedgerLine } from '#features/checklist/ledger-model.ts'
import { hashed } from '#features/checklist/ledger-rules.ts'
import { legalLedger } from '#tests/unit/checklist/legal-ledgers.ts'
import { baseline, change, confirm, day, placed, REVIEWED } from '#tests/unit/checklist/stories.ts'

const LATER = day('2027-01-01')
const stateOf = (...lines: LedgerLine[]) => fold(placed(...lines), LATER).get(1)
const march = (date: string, over: Partial<LedgerLine>) =>
  change({ recordedAt: `2026-03-${date}T10:00:00+04:00`, ...over })

describe('a workstream folded from its ledger', () => {
  it('has the status and date of the newest line and remembers the first date', () => {
    expect(stateOf(baseline(), march('06', { targetDate: day('2026-03-09') }))).toEqual({
      number: 1,
      status: 'IN_PROGRESS',
      targetDate: '2026-03-09',
      originalTargetDate: '2026-03-10',
      slips: [],
      blockages: [],
      lastReportedOn: '2026-03-06',
    })
  })

  it('keeps a trail of slips; a date moved earlier is none', () => {
    const reason = { ka: 'მოწყობილობა იგვიანებს' }
    const state = stateOf(
      baseline(),
      march('06', { targetDate: day('2026-03-08') }),
      march('07', { targetDate: day('2026-03-20'), reason }),
      march('08', { targetDate: day('2026-03-21') }),
    )
    const by = 'LEDGER_ENGINEER'
    expect(state?.slips).toEqual([
      { recordedAt: '2026-03-07T10:00:00+04:00', by, from: '2026-03-08', to: '2026-03-20', reason },
      { recordedAt: '2026-03-08T10:00:00+04:00', by, from: '2026-03-20', to: '2026-03-21', reason: null },
    ])
    expect(state?.originalTargetDate).toBe('2026-03-10')
  })

  it('keeps each spell of being blocked, with its newest note and how it ended', () => {
    const [first, second, again] = [{ ka: 'პირველი' }, { ka: 'მეორე' }, { ka: 'ისევ' }]
    const resolution = { ka: 'მოგვარდა' }
    const state = stateOf(
      baseline({ status: 'IN_PROGRESS' }),
      march('06', { status: 'BLOCKED', note: first }),
      march('07', { status: 'BLOCKED', note: second }),
      march('08', { status: 'BLOCKED' }),
      march('09', { status: 'IN_PROGRESS', resolution }),
      march('10', { status: 'BLOCKED', note: again }),
    )
    expect(state?.blockages).toEqual([
      { note: second, raisedOn: '2026-03-06', clearedOn: '2026-03-09', resolution },
      { note: again, raisedOn: '2026-03-10', clearedOn: null, resolution: null },
    ])
  })

  it('is blocked without words where the baseline is', () => {
    expect(stateOf(baseline({ status: 'BLOCKED' }))?.blockages).toEqual([
      { note: null, raisedOn: '2026-03-04', clearedOn: null, resolution: null },
    ])
  })

  it('was last reported on when nothing but a confirm came, whichever Friday that is for', () => {
    const late = confirm({ recordedAt: '2026-03-17T00:30:00+04:00', for: day('2026-03-13') })
    expect(stateOf(baseline(), late)).toMatchObject({ status: 'TODO', lastReportedOn: '2026-03-17' })
  })

  it('stands as a change left it, when a confirm of what held before comes after, and was reported on then', () => {
    const note = { ka: 'გასაღები აკლია' }
    const state = stateOf(
      baseline(),
      march('05', { status: 'IN_PROGRESS' }),
      march('06', { status: 'BLOCKED', targetDate: day('2026-03-20'), note }),
      confirm({ recordedAt: '2026-03-07T10:00:00+04:00', status: 'IN_PROGRESS', note: { ka: 'სხვა' } }),
    )
    expect(state).toMatchObject({
      status: 'BLOCKED',
      targetDate: '2026-03-20',
      slips: [{ to: '2026-03-20' }],
      blockages: [{ note, clearedOn: null }],
      lastReportedOn: '2026-03-07',
    })
    expect(state?.slips).toHaveLength(1)
  })

  it('orders by instant, not by how the instant is written', () => {
    const early = change({ recordedAt: '2026-03-06T09:00:00Z', status: 'IN_PROGRESS' })
    const late = change({ recordedAt: '2026-03-06T13:30:00+04:00', status: 'DONE' })
    expect(stateOf(baseline(), late, early)?.status).toBe('DONE')
  })

  it('counts the last millisecond of the day asked for, and nothing after it', () => {
    const last = change({ recordedAt: '2026-03-06T23:59:59.999+04:00' })
    const next = change({ recordedAt: '2026-03-07T00:00:00+04:00', status: 'DONE' })
    expect(fold(placed(baseline(), last, next), day('2026-03-06')).get(1)?.status).toBe('IN_PROGRESS')
  })

  it('stands apart from the other workstreams', () => {
    const states = fold(placed(baseline(), baseline({ workstream: 2 }), change({ workstream: 2 })), LATER)
    expect([...states.values()].map(state => state.status)).toEqual(['TODO', 'IN_PROGRESS'])
  })
})

describe('the fold', () => {
  it('does not depend on the order of the lines, even at one instant', () => {
    const ledgers = fc
      .tuple(legalLedger, fc.boolean())
      .map(([lines, tied]) =>
        tied ? lines.map(line => ({ ...line, recordedAt: '2026-03-06T12:00:00Z' })) : lines,
      )
      .chain(lines => {
        const all = lines.map(hashed)
        return fc.tuple(
          fc.constant(all),
          fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
        )
      })
    fc.assert(
      fc.property(ledgers, ([lines, shuffled]) => {
        expect(fold(shuffled, LATER)).toEqual(fold(lines, LATER))
      }),
    )
  })

  it('as of a day is the fold of what was recorded by then', () => {
    fc.assert(
      fc.property(legalLedger, fc.nat({ max: 60 }), (ledger, days) => {
        const asOf = addDays(REVIEWED, days)
        const lines = ledger.map(hashed)
        const by = lines.filter(line => new Date(line.recordedAt) <= endOfDay(asOf))
        expect(fold(lines, asOf)).toEqual(fold(by, LATER))
      }),
    )
  })
})
