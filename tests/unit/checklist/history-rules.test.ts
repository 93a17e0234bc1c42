import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#features/checklist/calendar-rules.ts'
import {
  HISTORY_PAGE,
  type HistoryPage,
  historyPage,
  parseBefore,
} from '#features/checklist/history-rules.ts'
import type { LedgerLine, RecordedLine } from '#features/checklist/ledger-model.ts'
import { hashed } from '#features/checklist/ledger-rules.ts'
import { baseline, change, confirm, day } from './stories.ts'

const record = (lines: LedgerLine[]): RecordedLine[] =>
  lines.map(line => ({ ...hashed(line), enteredAt: null }))

const on = (index: number) => ({ recordedAt: `${addDays(day('2026-03-06'), index)}T12:00:00+04:00` })

/** A ledger of one workstream: `c` confirms, `w` confirms with a word, `n` amends. */
const ledger = (signs: string): RecordedLine[] =>
  record([
    baseline(),
    ...[...signs].map((sign, index) =>
      sign === 'n'
        ? change({ ...on(index), status: 'TODO', note: { ka: 'სიტყვა' } })
        : confirm({ ...on(index), ...(sign === 'w' ? { reason: { ka: 'სიტყვა' } } : {}) }),
    ),
  ])

const shapeOf = (page: HistoryPage | null) =>
  page?.entries.map(entry => (entry.kind === 'step' ? entry.step.kinds[0] : entry.steps.length))

const hashesOf = (page: HistoryPage) =>
  page.entries.flatMap(entry =>
    entry.kind === 'step' ? [entry.step.line.hash] : entry.steps.map(({ line }) => line.hash),
  )

describe('the history of a workstream', () => {
  test('begins with the newest line and ends with the baseline', () => {
    expect(shapeOf(historyPage(ledger('cn')))).toEqual(['noted', 'confirmed', 'baseline'])
  })

  test('folds confirmations in a row, but not one that stands alone or says something', () => {
    expect(shapeOf(historyPage(ledger('ccncccwc')))).toEqual([
      'confirmed',
      'confirmed',
      3,
      'noted',
      2,
      'baseline',
    ])
  })

  test('numbers its lines from the oldest', () => {
    expect(historyPage(ledger('cc'))).toMatchObject({ total: 3, newest: 3, oldest: 1 })
  })

  test('has no part before its first line or after its last', () => {
    for (const before of [0, 1, 5, 1000]) expect(historyPage(ledger('cc'), before)).toBeNull()
    expect(historyPage(ledger('cc'), 4)).toEqual(historyPage(ledger('cc')))
  })

  test('shows every line once, in parts, the newest first', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('c', 'w', 'n'), maxLength: 4 * HISTORY_PAGE }), signs => {
        const lines = ledger(signs)
        const seen: string[] = []
        for (let page = historyPage(lines); page; page = historyPage(lines, page.oldest)) {
          const hashes = hashesOf(page)
          expect(hashes).toHaveLength(page.newest - page.oldest + 1)
          expect(hashes.length).toBeLessThanOrEqual(HISTORY_PAGE)
          seen.push(...hashes)
        }
        expect(seen).toEqual(lines.map(({ hash }) => hash).toReversed())
      }),
    )
  })

  test.for([
    ['51', 51],
    ['0', 'before-malformed'],
    ['-1', 'before-malformed'],
    ['051', 'before-malformed'],
    ['5.0', 'before-malformed'],
    ['', 'before-malformed'],
    ['1e3', 'before-malformed'],
  ] as const)('is asked for by “%s” as %s', ([given, number]) => {
    expect(parseBefore(given)).toBe(number)
  })
})
