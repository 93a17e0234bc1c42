import { describe, expect, it } from 'vitest'
import { checkNothingRewritten, checkTableAgainstFold } from '#features/checklist/agreement-rules.ts'
import { fold } from '#features/checklist/fold-rules.ts'
import { baseline, change, day, FILE, placed, row } from '#tests/unit/checklist/stories.ts'

const LINES = placed(baseline(), change({ targetDate: day('2026-03-09') }))

describe('the tracker table', () => {
  const folded = fold(LINES, day('2026-03-31'))

  it('agrees when it says what the ledger folds up to', () => {
    const rows = [row(1, { status: 'IN_PROGRESS', targetDate: day('2026-03-09') })]
    expect(checkTableAgainstFold(rows, folded)).toEqual([])
  })

  it('disagrees cell by cell, each named with what the ledger says', () => {
    const found = checkTableAgainstFold([row(1)], folded)
    expect(found).toMatchObject([
      {
        code: 'table-disagrees',
        line: 1,
        column: 50,
        message: 'expected 2026-03-09 as the ledger says of workstream 1, found 2026-03-10',
      },
      { column: 65, message: 'expected IN_PROGRESS as the ledger says of workstream 1, found TODO' },
    ])
  })

  it('disagrees where a row has no line in the ledger', () => {
    const rows = [row(1, { status: 'IN_PROGRESS', targetDate: day('2026-03-09') }), row(2)]
    expect(checkTableAgainstFold(rows, folded)).toMatchObject([
      { code: 'table-disagrees', line: 2, column: 3 },
    ])
  })
})

describe('a ledger once committed', () => {
  const hashes = (lines: readonly { hash: string }[]) => new Set(lines.map(line => line.hash))

  it('may grow', () => {
    expect(checkNothingRewritten(FILE, LINES.slice(0, 1), hashes(LINES))).toEqual([])
  })

  it('may not lose or change a line', () => {
    const rewritten = placed(baseline(), change({ targetDate: day('2026-03-08') }))
    expect(checkNothingRewritten(FILE, LINES, hashes(rewritten))).toMatchObject([
      {
        file: FILE,
        code: 'ledger-rewritten',
        message:
          'expected the change line of workstream 1 recorded 2026-03-06T12:00:00+04:00 (IN_PROGRESS, 2026-03-09), found it changed or gone',
      },
    ])
  })
})
