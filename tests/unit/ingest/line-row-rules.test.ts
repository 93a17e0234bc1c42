import { expect, test } from 'vitest'
import type { Day } from '#features/checklist/calendar-model.ts'
import { hashed } from '#features/checklist/ledger-rules.ts'
import { lineRowsOf } from '#features/ingest/line-row-rules.ts'

const line = (words: string) => ({
  ...hashed({
    recordedAt: '2026-03-05T12:00:00+04:00',
    for: '2026-03-06' as Day,
    workstream: 1,
    kind: 'change',
    status: 'BLOCKED',
    targetDate: '2026-03-12' as Day,
    by: 'SRE_LEAD',
    note: { ka: words },
  }),
  enteredAt: null,
})

const shownHashes = (...words: string[]): string[] =>
  lineRowsOf({
    path: '80_chain/list',
    class: 'PUBLIC',
    noteClass: 'INTERNAL',
    lines: words.map(line),
  } as never).map(({ row }) => row.shownHash)

test('lines that differ in withheld words alone are called by names of their own, which do not tell these words', () => {
  const hashes = shownHashes('one', 'two')
  expect(new Set(hashes).size).toBe(2)
  expect(shownHashes('three', 'four')).toEqual(hashes)
})
