import { describe, expect, it } from 'vitest'
import { digestOf } from '#features/checklist/digest-rules.ts'
import type { LedgerLine } from '#features/checklist/ledger-model.ts'
import { hashed } from '#features/checklist/ledger-rules.ts'
import { baseline, change, confirm, day, row } from '#tests/unit/checklist/stories.ts'

const ROWS = [row(1), row(2), row(3)]
const BASELINES = ROWS.map(({ number }) => baseline({ workstream: number }))
const at = (date: string, over: Partial<LedgerLine>) =>
  change({ recordedAt: `${date}T12:00:00+04:00`, ...over })

const digest = (asOf: string, ...lines: LedgerLine[]) =>
  digestOf(
    [...BASELINES, ...lines].map(line => ({ ...hashed(line), enteredAt: null })),
    ROWS,
    null,
    day(asOf),
  )

describe('the digest of a week', () => {
  it('tells what changed after the last Friday ended, and neither confirms nor what came before', () => {
    const found = digest(
      '2026-03-19',
      at('2026-03-13', { for: day('2026-03-13') }),
      at('2026-03-14', { workstream: 2, for: day('2026-03-20') }),
      confirm({ workstream: 3, recordedAt: '2026-03-16T12:00:00+04:00', for: day('2026-03-20') }),
      at('2026-03-20', { status: 'DONE', for: day('2026-03-20') }),
    )
    expect(found).toMatchObject({ friday: '2026-03-20', lastFriday: '2026-03-13' })
    expect(found?.changed.map(({ number, steps }) => [number, steps.map(step => step.kinds)])).toEqual([
      [2, [['started']]],
    ])
  })

  it('tells a confirmation that says more than that nothing changed, and the beginning of the record', () => {
    const note = { ka: 'შემოწმება გრძელდება' }
    const [told] =
      digest('2026-03-12', confirm({ recordedAt: '2026-03-09T12:00:00+04:00', note }))?.changed ?? []
    expect(told).toMatchObject({ number: 1, steps: [{ kinds: ['confirmed'], line: { note } }] })
    expect(digest('2026-03-05')?.changed).toHaveLength(3)
  })

  it('says who owes this week’s report, who was late with the last one and who missed it', () => {
    const found = digest(
      '2026-03-18',
      confirm({ recordedAt: '2026-03-16T12:00:00+04:00', for: day('2026-03-20') }),
      confirm({ workstream: 2, recordedAt: '2026-03-15T12:00:00+04:00', for: day('2026-03-13') }),
    )
    expect(found?.due).toEqual([
      { ownerRole: 'SRE_LEAD', numbers: [2] },
      { ownerRole: 'RELEASE_MANAGER', numbers: [3] },
    ])
    expect(found?.late).toEqual([{ ownerRole: 'SRE_LEAD', numbers: [2] }])
    expect(found?.missed).toEqual([
      { ownerRole: 'LEDGER_ENGINEER', numbers: [1] },
      { ownerRole: 'RELEASE_MANAGER', numbers: [3] },
    ])
  })

  it('names what is blocked with its newest note, and what is due next, the earliest first', () => {
    const note = { ka: 'გასაღები აკლია' }
    const found = digest(
      '2026-03-12',
      at('2026-03-09', {}),
      at('2026-03-10', { status: 'BLOCKED', note }),
      at('2026-03-11', { workstream: 2, targetDate: day('2026-03-25'), reason: note }),
    )
    expect(found?.blocked).toEqual([
      { number: 1, ownerRole: 'LEDGER_ENGINEER', raisedOn: '2026-03-10', note },
    ])
    expect(found?.next.map(({ number, overdueDays, moves }) => [number, overdueDays, moves?.slips])).toEqual([
      [1, 2, undefined],
      [3, 2, undefined],
      [2, 0, 1],
    ])
  })

  it('is none before the baseline', () => {
    expect(digest('2026-03-03')).toBeNull()
  })
})
