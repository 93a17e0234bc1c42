import { describe, expect, it } from 'vitest'
import type { Role } from '#features/access/role-model.ts'
import { checkLedger } from '#features/checklist/ledger-check-rules.ts'
import type { LedgerLine } from '#features/checklist/ledger-model.ts'
import type { Status } from '#features/checklist/status-model.ts'
import {
  baseline,
  change,
  confirm,
  DOCUMENT_OWNER,
  day,
  FILE,
  placed,
  row,
} from '#tests/unit/checklist/stories.ts'

const NOW = new Date('2026-04-01T00:00:00Z')
const TEXT = { ka: 'ტექსტი', en: 'words' }

const check = (lines: LedgerLine[], documentOwner: Role | null = DOCUMENT_OWNER, now = NOW) =>
  checkLedger(placed(...lines), { file: FILE, now, rows: [row(1), row(2)], documentOwner })

const codes = (...lines: LedgerLine[]) => check(lines).map(({ line, code }) => `${line} ${code}`)

const step = (from: Status, to: Status) =>
  codes(baseline({ status: from }), change({ status: to, note: TEXT, reason: TEXT, resolution: TEXT }))

describe('status-transition', () => {
  it.each([
    ['TODO', 'IN_PROGRESS'],
    ['IN_PROGRESS', 'BLOCKED'],
    ['IN_PROGRESS', 'DONE'],
    ['BLOCKED', 'IN_PROGRESS'],
    ['DONE', 'IN_PROGRESS'],
    ['BLOCKED', 'BLOCKED'],
  ] as const)('lets %s become %s', (from, to) => {
    expect(step(from, to)).toEqual([])
  })

  it.each([
    ['TODO', 'BLOCKED'],
    ['TODO', 'DONE'],
    ['IN_PROGRESS', 'TODO'],
    ['BLOCKED', 'TODO'],
    ['BLOCKED', 'DONE'],
    ['DONE', 'TODO'],
    ['DONE', 'BLOCKED'],
  ] as const)('does not let %s become %s', (from, to) => {
    expect(step(from, to)).toEqual(['2 status-transition'])
  })

  it('says where, what was expected, what was found and how to mend it', () => {
    expect(check([baseline(), change({ status: 'DONE' })])).toEqual([
      {
        file: FILE,
        line: 2,
        column: 1,
        severity: 'error',
        code: 'status-transition',
        message: 'expected IN_PROGRESS after TODO, found DONE',
        mend: 'Record each step: TODO, IN_PROGRESS, then BLOCKED or DONE; from those back to IN_PROGRESS.',
      },
    ])
  })

  it('judges lines in the order they were recorded, not in that of the file', () => {
    const done = change({ recordedAt: '2026-03-06T13:00:00+04:00', status: 'DONE' })
    expect(codes(done, change(), baseline())).toEqual([])
  })
})

describe('the words a change owes', () => {
  const started = baseline({ status: 'IN_PROGRESS' })
  const blocked = baseline({ status: 'BLOCKED' })
  const done = baseline({ status: 'DONE' })
  const slip = { targetDate: day('2026-03-11') }

  it('are a note on becoming blocked, once', () => {
    expect(codes(started, change({ status: 'BLOCKED' }))).toEqual(['2 blocked-needs-note'])
    expect(codes(started, change({ status: 'BLOCKED', note: TEXT }))).toEqual([])
    expect(codes(blocked, change({ status: 'BLOCKED' }))).toEqual([])
  })

  it('are a resolution on ceasing to be blocked', () => {
    expect(codes(blocked, change())).toEqual(['2 unblocked-needs-resolution'])
    expect(codes(blocked, change({ resolution: TEXT }))).toEqual([])
  })

  it('are a reason for a later target date, none for an earlier one', () => {
    expect(codes(baseline(), change(slip))).toEqual(['2 slip-needs-reason'])
    expect(codes(baseline(), change({ ...slip, reason: TEXT }))).toEqual([])
    expect(codes(baseline(), change({ targetDate: day('2026-03-09') }))).toEqual([])
  })

  it('are a reason for reopening', () => {
    expect(codes(done, change())).toEqual(['2 reopened-needs-reason'])
    expect(codes(done, change({ reason: TEXT }))).toEqual([])
  })

  it('are Georgian too, or a warning says which are not', () => {
    const english = { en: 'words' }
    const [warning, ...rest] = check([
      baseline(),
      change({ ...slip, note: english, reason: english, resolution: TEXT }),
    ])
    expect(rest).toEqual([])
    expect(warning).toMatchObject({
      code: 'georgian-missing',
      severity: 'warning',
      message: 'expected Georgian in note and reason, found none',
    })
  })
})

describe('recorder-not-owner', () => {
  it('lets the owner record, and no other owner', () => {
    expect(codes(baseline(), change({ by: 'SRE_LEAD' }))).toEqual(['2 recorder-not-owner'])
    expect(codes(baseline(), change({ by: DOCUMENT_OWNER }))).toEqual(['2 recorder-not-owner'])
  })

  it('lets GOVERNANCE_ADMIN record with a reason', () => {
    expect(codes(baseline(), change({ by: 'GOVERNANCE_ADMIN' }))).toEqual(['2 recorder-not-owner'])
    expect(codes(baseline(), change({ by: 'GOVERNANCE_ADMIN', reason: TEXT }))).toEqual([])
  })

  it('takes a baseline from the owner of the document', () => {
    expect(codes(baseline({ by: 'LEDGER_ENGINEER' }))).toEqual(['1 recorder-not-owner'])
  })

  it('takes none where the document names no owner, but from GOVERNANCE_ADMIN', () => {
    expect(check([baseline()], null)).toMatchObject([{ code: 'recorder-not-owner' }])
    expect(check([baseline({ by: 'GOVERNANCE_ADMIN', reason: TEXT })], null)).toEqual([])
  })
})

describe('recorded-in-future', () => {
  const lines = [baseline(), change({ recordedAt: '2026-03-06T12:05:00+04:00' })]

  it('allows a clock five minutes ahead', () => {
    expect(check(lines, DOCUMENT_OWNER, new Date('2026-03-06T12:00:00+04:00'))).toEqual([])
  })

  it('refuses more', () => {
    const now = new Date('2026-03-06T11:59:59.999+04:00')
    expect(check(lines, DOCUMENT_OWNER, now)).toMatchObject([{ line: 2, code: 'recorded-in-future' }])
  })
})

describe('past-friday-confirm-only', () => {
  it.each([
    ['a change for its own week', change({ for: day('2026-03-06') }), []],
    ['a change for a past Friday', change({ for: day('2026-02-27') }), ['2 past-friday-confirm-only']],
    ['a change for a Friday to come', change({ for: day('2026-03-13') }), ['2 past-friday-confirm-only']],
    ['a confirm for a past Friday', confirm({ for: day('2026-02-27') }), []],
    ['a confirm for a Friday to come', confirm({ for: day('2026-03-13') }), ['2 past-friday-confirm-only']],
    [
      'a change of Saturday for the Friday before',
      change({ recordedAt: '2026-03-07T00:00:00+04:00' }),
      ['2 past-friday-confirm-only'],
    ],
    ['a change in the last second of Friday', change({ recordedAt: '2026-03-06T23:59:59+04:00' }), []],
  ])('judges %s by the week it was recorded in', (_, line, expected) => {
    expect(codes(baseline(), line)).toEqual(expected)
  })
})

describe('confirm-changes-nothing', () => {
  it('wants the status and date that held', () => {
    expect(codes(baseline(), confirm())).toEqual([])
    expect(codes(baseline(), confirm({ status: 'IN_PROGRESS' }))).toEqual(['2 confirm-changes-nothing'])
    expect(codes(baseline(), confirm({ targetDate: day('2026-03-09') }))).toEqual([
      '2 confirm-changes-nothing',
    ])
  })
})

describe('baseline-misplaced', () => {
  it('wants one baseline first, a workstream', () => {
    expect(codes(change())).toEqual(['1 baseline-misplaced'])
    expect(codes(baseline(), baseline({ targetDate: day('2026-03-09') }))).toHaveLength(1)
    expect(codes(baseline(), change(), baseline({ workstream: 2 }))).toEqual([])
  })
})

describe('workstream-unknown', () => {
  it('names a line whose workstream the tracker lacks', () => {
    expect(codes(baseline(), baseline({ workstream: 13 }))).toEqual(['2 workstream-unknown'])
  })
})

it('lists what is wrong in the order of the file', () => {
  const wrong = codes(
    change({ workstream: 13 }),
    baseline(),
    change({ status: 'BLOCKED', by: 'REVIEWER', for: day('2026-03-13') }),
  )
  expect(wrong.map(text => text[0])).toEqual(['1', '1', '3', '3', '3', '3'])
})
