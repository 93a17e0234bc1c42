import { describe, expect, test } from 'vitest'
import type { LedgerLine, RecordedLine } from '#features/checklist/ledger-model.ts'
import { hashed } from '#features/checklist/ledger-rules.ts'
import { stepsOf } from '#features/checklist/step-rules.ts'
import { owedFridays } from '#features/checklist/week-rules.ts'
import { baseline, change, confirm, day } from './stories.ts'

const recorded = (line: LedgerLine, enteredAt: string | null = null): RecordedLine => ({
  ...hashed(line),
  enteredAt,
})

const NEXT = '2026-03-09T10:00:00+04:00'

/** What a line tells after another. */
const kindsAfter = (before: Partial<LedgerLine>, after: LedgerLine) =>
  stepsOf([recorded(baseline(before)), recorded({ ...after, recordedAt: NEXT })])[1]?.kinds

describe('a step of a history', () => {
  test.for([
    ['TODO', 'IN_PROGRESS', 'started'],
    ['IN_PROGRESS', 'BLOCKED', 'blocked'],
    ['BLOCKED', 'IN_PROGRESS', 'unblocked'],
    ['IN_PROGRESS', 'DONE', 'done'],
    ['DONE', 'IN_PROGRESS', 'reopened'],
    ['BLOCKED', 'BLOCKED', 'noted'],
  ] as const)('from %s to %s is told as %s', ([from, to, kind]) => {
    expect(kindsAfter({ status: from }, change({ status: to }))).toEqual([kind])
  })

  test('tells a moved date beside a changed status', () => {
    const moved = change({ status: 'IN_PROGRESS', targetDate: day('2026-03-20') })
    expect(kindsAfter({ targetDate: day('2026-03-10') }, moved)).toEqual(['started', 'slipped'])
  })

  test('tells an earlier date as brought forward, not as a slip', () => {
    const moved = change({ status: 'TODO', targetDate: day('2026-03-05') })
    expect(kindsAfter({ status: 'TODO', targetDate: day('2026-03-10') }, moved)).toEqual(['brought-forward'])
  })

  test('tells that nothing changed, and where the history begins', () => {
    const steps = stepsOf([recorded({ ...confirm(), recordedAt: NEXT }), recorded(baseline())])
    expect(steps.map(({ kinds }) => kinds)).toEqual([['baseline'], ['confirmed']])
    expect(steps.map(({ previous }) => previous?.kind ?? null)).toEqual([null, 'baseline'])
  })

  test('holds a change against what held, not against a confirm of what a change has overtaken', () => {
    const at = (date: string) => ({ recordedAt: `2026-03-${date}T10:00:00+04:00` })
    const steps = stepsOf([
      recorded(baseline()),
      recorded(change({ ...at('05'), status: 'IN_PROGRESS' })),
      recorded(confirm({ ...at('06'), status: 'TODO' })),
      recorded(change({ ...at('07'), status: 'DONE' })),
    ])
    expect(steps.map(({ kinds }) => kinds)).toEqual([['baseline'], ['started'], ['confirmed'], ['done']])
    expect(steps.at(-1)?.previous?.status).toBe('IN_PROGRESS')
    expect(steps[2]?.after.status).toBe('IN_PROGRESS')
  })

  test.for([
    { entered: null, isLater: false },
    { entered: '2026-03-10T06:00:00.000Z', isLater: false },
    { entered: '2026-03-10T06:00:00.001Z', isLater: true },
  ])('committed at $entered it was entered later: $isLater', ({ entered, isLater }) => {
    const [step] = stepsOf([recorded({ ...change(), recordedAt: NEXT }, entered)])
    expect(step?.isEnteredLater).toBe(isLater)
  })

  test('an implied baseline was not entered later, for the document had it; another baseline may be', () => {
    const entered = '2026-04-01T10:00:00.000Z'
    const joined = baseline({ workstream: 2, recordedAt: '2026-03-18T14:05:00+04:00' })
    const steps = stepsOf([recorded(baseline(), entered), recorded(joined, entered)])
    expect(steps.map(({ isEnteredLater }) => isEnteredLater)).toEqual([false, true])
  })
})

test('reports are owed from the Friday after that of the baseline to that of the week', () => {
  expect(owedFridays(day('2026-03-04'), day('2026-03-06'))).toEqual([])
  expect(owedFridays(day('2026-03-04'), day('2026-03-07'))).toEqual(['2026-03-13'])
  expect(owedFridays(day('2026-03-04'), day('2026-03-20'))).toEqual(['2026-03-13', '2026-03-20'])
  expect(owedFridays(day('2026-03-07'), day('2026-03-14'))).toEqual(['2026-03-20'])
})
