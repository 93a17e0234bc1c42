import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Role } from '#features/access/role-model.ts'
import { checkLedger } from '#features/checklist/ledger-check-rules.ts'
import { type LineTexts, missingLines } from '#features/checklist/missing-lines-rules.ts'
import { recordedLines } from '#features/checklist/recording-rules.ts'
import { STATUSES, type Status } from '#features/checklist/status-model.ts'
import { baseline, DOCUMENT_OWNER, day, FILE, placed, row } from '#tests/unit/checklist/stories.ts'

const NOW = new Date('2026-03-20T10:00:00Z')
const WORDS = { ka: 'სიტყვები', en: 'words' }
const ALL: LineTexts = { note: WORDS, reason: WORDS, resolution: WORDS }

const between = (
  from: Status,
  to: Status,
  given: LineTexts = ALL,
  [old, now] = ['2026-03-10', '2026-03-10'],
) =>
  missingLines(
    row(1, { status: to, targetDate: day(now ?? '') }),
    { status: from, targetDate: day(old ?? '') },
    given,
    'LEDGER_ENGINEER',
  )
const steps = (...way: Parameters<typeof between>) => between(...way)?.recordings.map(({ status }) => status)

describe('the lines a ledger lacks for a row', () => {
  it('are none where both say the same', () => {
    expect(between('TODO', 'TODO')).toBeNull()
  })

  it('take every step between two statuses', () => {
    expect(steps('TODO', 'DONE')).toEqual(['IN_PROGRESS', 'DONE'])
    expect(steps('BLOCKED', 'DONE')).toEqual(['IN_PROGRESS', 'DONE'])
    expect(steps('DONE', 'BLOCKED')).toEqual(['IN_PROGRESS', 'BLOCKED'])
    expect(steps('IN_PROGRESS', 'DONE')).toEqual(['DONE'])
  })

  it('do not exist where nothing leads back', () => {
    expect(steps('DONE', 'TODO')).toEqual([])
  })

  it('move the date with the last step', () => {
    const dates = between('TODO', 'DONE', ALL, ['2026-03-10', '2026-03-17'])?.recordings
    expect(dates?.map(({ targetDate, reason }) => [targetDate, reason])).toEqual([
      [undefined, undefined],
      ['2026-03-17', WORDS],
    ])
    expect(between('TODO', 'TODO', ALL, ['2026-03-10', '2026-03-09'])?.needed).toEqual([])
  })

  it('name the texts that nobody has given', () => {
    expect(between('DONE', 'BLOCKED', {})?.needed).toEqual(['reason', 'note'])
    expect(between('BLOCKED', 'IN_PROGRESS', { note: WORDS })?.needed).toEqual(['resolution'])
    expect(between('TODO', 'TODO', {}, ['2026-03-10', '2026-03-11'])?.needed).toEqual(['reason'])
  })

  it('hold to every rule of the ledger, for any two states', () => {
    const state = fc.record({
      status: fc.constantFrom(...STATUSES),
      targetDate: fc.constantFrom(day('2026-03-08'), day('2026-03-10'), day('2026-03-30')),
    })
    const by = fc.constantFrom('LEDGER_ENGINEER' as const, 'GOVERNANCE_ADMIN' as const)
    fc.assert(
      fc.property(state, state, by, (from, to, role) => {
        const missing = missingLines(row(1, to), from, ALL, role)
        if (!missing || missing.recordings.length === 0) return
        expect(missing.needed).toEqual([])
        const known = placed(baseline(from))
        const placeOf = () => ({ file: FILE, line: 1, column: 1 })
        const { lines, diagnostics } = recordedLines(missing.recordings, known, { now: NOW, placeOf })
        expect(diagnostics).toEqual([])
        const context = { file: FILE, now: NOW, rows: [row(1)], documentOwner: DOCUMENT_OWNER as Role }
        expect(
          checkLedger(placed(baseline(from), ...lines.map(({ hash: _, ...line }) => line)), context),
        ).toEqual([])
        expect(lines.at(-1)).toMatchObject(to)
      }),
    )
  })
})
