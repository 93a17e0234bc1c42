import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesOf } from '#features/calendar-feed/changes-rules.ts'
import { inFoldOrder } from '#features/checklist/fold-rules.ts'
import { hashed } from '#features/checklist/ledger-rules.ts'
import { legalLedger } from '#tests/unit/checklist/legal-ledgers.ts'
import { REVIEWED } from '#tests/unit/checklist/stories.ts'

describe('the sequence of an event', () => {
  test('never falls while a ledger grows, and rises with every change of it', () => {
    fc.assert(
      fc.property(legalLedger, written => {
        const lines = inFoldOrder(written.map(line => ({ ...hashed(line), enteredAt: null })))
        let before = changesOf([], { baselineDay: REVIEWED })
        for (const [index, line] of lines.entries()) {
          const after = changesOf(lines.slice(0, index + 1), { baselineDay: REVIEWED })
          expect(after.sequence - before.sequence).toBe(line.kind === 'change' ? 1 : 0)
          expect(Date.parse(after.changedAt)).toBeGreaterThanOrEqual(Date.parse(before.changedAt))
          before = after
        }
      }),
    )
  })

  test('begins at nought with the baseline', () => {
    expect(changesOf([], { baselineDay: REVIEWED })).toEqual({
      sequence: 0,
      changedAt: '2026-03-04T00:00:00+04:00',
    })
  })
})
