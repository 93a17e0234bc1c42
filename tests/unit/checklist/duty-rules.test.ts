import { describe, expect, it } from 'vitest'
import { dutiesOf } from '#features/checklist/duty-rules.ts'
import { baseline, change, confirm, day, placed, row } from '#tests/unit/checklist/stories.ts'

const rows = [row(1), row(2, { status: 'DONE' }), row(3)]
const lines = placed(
  baseline(),
  baseline({ workstream: 2, status: 'DONE' }),
  baseline({ workstream: 3 }),
  change({ recordedAt: '2026-03-19T12:00:00+04:00', for: day('2026-03-20') }),
  confirm({ workstream: 3, recordedAt: '2026-03-12T12:00:00+04:00', for: day('2026-03-13') }),
)
const owed = (today: string) =>
  dutiesOf(rows, lines, day(today)).map(({ row: { number }, due, missed }) => [number, due, missed])

describe('what is owed on a day', () => {
  it('is this week’s report where there is none, and those of the Fridays missed', () => {
    expect(owed('2026-03-18')).toEqual([
      [1, '2026-03-20', ['2026-03-13']],
      [3, '2026-03-20', []],
    ])
  })

  it('is no more the report that was given, nor any of what is done', () => {
    expect(owed('2026-03-20')).toEqual([
      [1, null, ['2026-03-13']],
      [3, '2026-03-20', []],
    ])
  })

  it('is nothing before the first Friday after the baseline’s', () => {
    expect(owed('2026-03-06')).toEqual([])
    expect(dutiesOf(rows, [], day('2026-03-20'))).toEqual([])
  })
})
