import { expect, it } from 'vitest'
import { addDays } from '#features/checklist/calendar-rules.ts'
import { fold, inFoldOrder, recordedBy } from '#features/checklist/fold-rules.ts'
import type { RecordedLine } from '#features/checklist/ledger-model.ts'
import { hashed } from '#features/checklist/ledger-rules.ts'
import { recordThen } from '#features/checklist/record-then-rules.ts'
import { baseline, change, REVIEWED } from './stories.ts'

const recorded = (...lines: Parameters<typeof hashed>[0][]): readonly RecordedLine[] =>
  inFoldOrder(lines.map(line => ({ ...hashed(line), enteredAt: null })))

const LINES = recorded(
  baseline(),
  baseline({ workstream: 2 }),
  change(),
  change({ workstream: 2, recordedAt: '2026-03-12T12:00:00+04:00' }),
)

it('tells what the lines say as each day ended, in whatever order the days are asked for, and again', () => {
  const days = Array.from({ length: 40 }, (_, index) => addDays(REVIEWED, (index * 17) % 40))
  for (const day of [...days, ...days]) {
    const { lines, linesOf, states } = recordThen(LINES, day)
    expect(lines).toEqual(recordedBy(LINES, day))
    expect(linesOf).toEqual(Map.groupBy(lines, line => line.workstream))
    expect(states).toEqual(fold(LINES, day))
  }
})

it('does not take the lines of one record for those of another', () => {
  const others = recorded(baseline())
  expect(recordThen(LINES, REVIEWED).lines).toHaveLength(2)
  expect(recordThen(others, REVIEWED).lines).toHaveLength(1)
})

it('folds once what is asked for again', () => {
  expect(recordThen(LINES, REVIEWED)).toBe(recordThen(LINES, REVIEWED))
})
