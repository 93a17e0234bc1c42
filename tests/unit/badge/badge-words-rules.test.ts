import { describe, expect, test } from 'vitest'
import { agedBadge, fridayBadge, readinessBadge, workstreamBadge } from '#features/badge/badge-words-rules.ts'
import { hashed } from '#features/checklist/ledger-rules.ts'
import { wordingIn } from '#features/localization/wording.ts'
import { checklistView, workstreamView } from '#tests/unit/api/stories.ts'
import { baseline, day } from '#tests/unit/checklist/stories.ts'

const [ka, en] = await Promise.all([wordingIn('ka'), wordingIn('en')])
const lines = [{ ...hashed(baseline({ recordedAt: '2026-03-06T23:59:59+04:00' })), enteredAt: null }]
const checklist = { ...checklistView(), lines }

describe('a badge', () => {
  test('turns grey on the eighth day after the newest record, and says why', () => {
    const [fresh, outdated] = ['2026-03-13', '2026-03-14'].map(on =>
      agedBadge(readinessBadge, checklist, day(on), ka),
    )
    expect(fresh).toMatchObject({ value: 'დასრულებულია 0/1', tone: 'bad', locale: 'ka' })
    expect(outdated).toMatchObject({ value: 'დასრულებულია 0/1 · მონაცემები მოძველებულია', tone: 'unknown' })
  })

  test('says the status of a workstream, and that it is overdue', () => {
    const say = (over: Parameters<typeof workstreamView>[0]) =>
      workstreamBadge(workstreamView(over))(checklist, en)
    expect(say({ status: 'DONE', overdueDays: 0 })).toMatchObject({ value: 'Done', tone: 'good' })
    expect(say({ status: 'TODO', overdueDays: 0 })).toMatchObject({ value: 'To do', tone: 'waiting' })
    expect(say({ status: 'TODO', overdueDays: 1 })).toMatchObject({
      value: 'To do, 1 day overdue',
      tone: 'bad',
    })
  })

  test('counts who has reported of those who owe a report', () => {
    const of = (
      ...fridays: (typeof workstreamView extends (over: infer O) => unknown
        ? NonNullable<O>
        : never)['friday'][]
    ) => fridayBadge(checklistView(fridays.map(friday => workstreamView({ friday: friday ?? null }))), en)
    expect(of('due', 'updated', 'confirmed', 'exempt')).toMatchObject({
      value: '2 of 3 given',
      tone: 'waiting',
    })
    expect(of('updated', 'exempt')).toMatchObject({ value: '1 of 1 given', tone: 'good' })
    expect(of('exempt', null)).toMatchObject({ value: 'none owed', tone: 'good' })
  })
})
