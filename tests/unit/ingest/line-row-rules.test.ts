import { expect, test } from 'vitest'
import type { Day } from '#features/checklist/calendar-model.ts'
import { hashed } from '#features/checklist/ledger-rules.ts'
import { lineRowsOf } from '#features/ingest/line-row-rules.ts'

const line = (words: string, workstream = 1) => ({
  ...hashed({
    recordedAt: '2026-03-05T12:00:00+04:00',
    for: '2026-03-06' as Day,
    workstream,
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

test('neither the order of lines recorded together nor their ranks tell withheld words', () => {
  const rowsWith = (words: string) =>
    lineRowsOf({
      path: '80_chain/list',
      class: 'PUBLIC',
      noteClass: 'INTERNAL',
      lines: [...Array.from({ length: 12 }, (_, at) => line('known', at + 2)), line(words)],
    } as never).map(({ row: { hash: _, ...shown } }) => shown)
  const [first, ...others] = ['yes', 'no', 'perhaps', 'a', 'b', 'c'].map(rowsWith)
  for (const other of others) expect(other).toEqual(first)
})
