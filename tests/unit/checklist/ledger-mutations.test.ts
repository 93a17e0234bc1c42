import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#features/checklist/calendar-rules.ts'
import { checkLedger } from '#features/checklist/ledger-check-rules.ts'
import type { LedgerLine } from '#features/checklist/ledger-model.ts'
import { LEDGER_RULES, type LedgerRuleCode } from '#features/checklist/rules/index.ts'
import { legalLedger, ROWS } from '#tests/unit/checklist/legal-ledgers.ts'
import { DOCUMENT_OWNER, FILE, placed } from '#tests/unit/checklist/stories.ts'

const NOW = new Date('2026-12-01T00:00:00Z')
const check = (lines: LedgerLine[]) =>
  checkLedger(placed(...lines), { file: FILE, now: NOW, rows: ROWS, documentOwner: DOCUMENT_OWNER })

type Mutation = (line: LedgerLine, previous: LedgerLine | undefined) => LedgerLine | null

const without = (line: LedgerLine, text: 'note' | 'reason' | 'resolution'): LedgerLine => {
  const { [text]: _, ...rest } = line
  return rest
}

/** How to break each rule with one line of a legal ledger; null where that line offers no occasion. */
const MUTATIONS: Record<LedgerRuleCode, Mutation> = {
  'baseline-misplaced': (line, previous) => ({ ...line, kind: previous ? 'baseline' : 'confirm' }),
  'blocked-needs-note': line => (line.note ? without(line, 'note') : null),
  'change-changes-nothing': ({ note: _, ...line }, previous) =>
    line.kind === 'change' && previous
      ? { ...line, status: previous.status, targetDate: previous.targetDate }
      : null,
  'confirm-changes-nothing': line =>
    line.kind === 'confirm' ? { ...line, targetDate: addDays(line.targetDate, 400) } : null,
  'friday-before-baseline': (line, previous) =>
    previous ? { ...line, for: addDays(previous.for, -70) } : null,
  'georgian-missing': line => (line.reason ? { ...line, reason: { en: 'words' } } : null),
  'past-friday-confirm-only': line =>
    line.kind === 'change'
      ? { ...line, for: addDays(line.for, -7) }
      : { ...line, for: addDays(line.for, 21) },
  'recorded-in-future': line => ({ ...line, recordedAt: '2026-12-01T04:05:00.001+04:00' }),
  'recorder-not-owner': line => ({ ...line, by: 'REVIEWER' }),
  'reopened-needs-reason': (line, previous) =>
    line.kind === 'change' && previous?.status === 'DONE' && line.status === 'IN_PROGRESS'
      ? without(line, 'reason')
      : null,
  'slip-needs-reason': (line, previous) =>
    line.kind === 'change' && previous && line.targetDate > previous.targetDate
      ? without(line, 'reason')
      : null,
  'status-transition': (line, previous) => {
    if (!previous || line.kind === 'confirm') return null
    return {
      ...line,
      status: previous.status === 'TODO' ? 'DONE' : previous.status === 'DONE' ? 'BLOCKED' : 'TODO',
    }
  },
  'unblocked-needs-resolution': line => (line.resolution ? without(line, 'resolution') : null),
  'workstream-unknown': line => ({ ...line, workstream: 99 }),
}

const mutate = (ledger: LedgerLine[], mutation: Mutation): LedgerLine[] | null => {
  for (const [index, line] of ledger.entries()) {
    const previous = ledger
      .slice(0, index)
      .findLast(earlier => earlier.workstream === line.workstream && earlier.kind !== 'confirm')
    const mutated = mutation(line, previous)
    if (mutated) return ledger.with(index, mutated)
  }
  return null
}

describe('the rules of the ledger', () => {
  it('pass whatever legal work its owners record', () => {
    fc.assert(
      fc.property(legalLedger, ledger => {
        expect(check(ledger)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('have a way to be broken each', () => {
    expect(Object.keys(MUTATIONS)).toEqual(LEDGER_RULES.map(({ rule }) => rule.code))
  })

  it.each(Object.entries(MUTATIONS))('catch %s in any legal ledger broken so', (code, mutation) => {
    fc.assert(
      fc.property(legalLedger, ledger => {
        const mutated = mutate(ledger, mutation)
        fc.pre(mutated !== null)
        expect(check(mutated ?? []).map(diagnostic => diagnostic.code)).toContain(code)
      }),
    )
  })
})
