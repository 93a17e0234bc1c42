import { describe, expect, test } from 'vitest'
import { isSilent } from '#features/checklist/changes-rules.ts'
import { fold, inFoldOrder } from '#features/checklist/fold-rules.ts'
import type { RecordedLine } from '#features/checklist/ledger-model.ts'
import { hashed } from '#features/checklist/ledger-rules.ts'
import { stepsOf } from '#features/checklist/step-rules.ts'
import { targetMoves } from '#features/checklist/target-move-rules.ts'
import { day } from '#tests/unit/checklist/stories.ts'

const recorded = (at: string, over: Partial<RecordedLine> = {}): RecordedLine => ({
  ...hashed({
    recordedAt: at,
    for: day('2026-03-06'),
    workstream: 3,
    kind: 'change',
    status: 'BLOCKED',
    targetDate: day('2026-03-10'),
    by: 'SRE_LEAD',
  }),
  enteredAt: null,
  ...over,
})

const BASELINE = recorded('2026-03-04T00:00:00+04:00', { kind: 'baseline', status: 'TODO' })
const WITHHELD = { class: 'INTERNAL', words: ['note', 'reason'] } as const

describe('words that a reader may not see', () => {
  test('are not taken for absent: the block has a note, of a class', () => {
    const lines = [BASELINE, recorded('2026-03-05T12:00:00+04:00', { withheld: WITHHELD })]
    expect(fold(lines, day('2026-03-06')).get(3)?.blockages).toMatchObject([
      { note: null, withheldNote: 'INTERNAL' },
    ])
  })

  test('of a confirmation keep it from being silent', () => {
    const line = recorded('2026-03-05T12:00:00+04:00', {
      kind: 'confirm',
      withheld: { class: 'INTERNAL', words: ['note'] },
    })
    expect(stepsOf([BASELINE, line]).map(isSilent)).toEqual([false, false])
  })

  test('of a move are told with it', () => {
    const moved = recorded('2026-03-05T12:00:00+04:00', {
      targetDate: day('2026-03-12'),
      withheld: WITHHELD,
    })
    expect(targetMoves([BASELINE, moved])?.moves).toMatchObject([{ reason: null, withheld: 'INTERNAL' }])
    expect(fold([BASELINE, moved], day('2026-03-06')).get(3)?.slips).toMatchObject([
      { reason: null, withheld: 'INTERNAL' },
    ])
  })

  test('do not change the order of lines that were recorded together', () => {
    const at = '2026-03-05T12:00:00+04:00'
    const lines = [recorded(at, { hash: 'a', rank: 1 }), recorded(at, { hash: 'b', rank: 0 })]
    expect(inFoldOrder(lines).map(({ hash }) => hash)).toEqual(['b', 'a'])
  })
})
