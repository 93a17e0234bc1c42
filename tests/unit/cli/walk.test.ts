import { describe, expect, it } from 'vitest'
import { walkDuties } from '#cli/friday/walk.ts'
import type { Role } from '#features/access/role-model.ts'
import type { Duty } from '#features/checklist/duty-rules.ts'
import type { LedgerLine } from '#features/checklist/ledger-model.ts'
import { hashed } from '#features/checklist/ledger-rules.ts'
import type { Recording } from '#features/checklist/recording-model.ts'
import { Interrupted } from '#scripts/failure.js'
import { baseline, day, row } from '#tests/unit/checklist/stories.ts'
import { Answers } from './answers.ts'

const FRIDAY = day('2026-03-20')
const MISSED = [day('2026-03-06'), day('2026-03-13')]

const duty = (
  over: Partial<LedgerLine> = {},
  missed: Duty['missed'] = [],
  due: Duty['due'] = FRIDAY,
): Duty => ({
  row: row(1),
  standing: { newest: hashed(baseline(over)), held: hashed(baseline(over)), note: null },
  due,
  missed,
})

const legal = async (_: readonly Recording[], own: readonly Recording[]) => ({
  isLegal: true,
  shown: `writes ${own.length}`,
})

const walk = async (answers: Answers, duties: Duty[], by: Role = 'LEDGER_ENGINEER', preview = legal) => {
  const recordings = await walkDuties({ ask: answers, by, preview }, duties)
  expect(answers.left).toBe(0)
  return recordings
}

describe('the walk through what is owed', () => {
  it('confirms, or skips', async () => {
    const answers = new Answers([/For Friday 2026-03-20/, 'confirm'], [/For Friday/, 'skip'])
    expect(await walk(answers, [duty(), duty()])).toEqual([
      { workstream: 1, kind: 'confirm', by: 'LEDGER_ENGINEER', for: FRIDAY },
    ])
    expect(answers.told).toEqual([
      expect.stringContaining('1. Workstream 1\nworkstream 1: TODO, target date 2026-03-10'),
      'writes 1',
      expect.any(String),
    ])
  })

  it('asks of a change what its rules demand: a note with BLOCKED, a reason with a slip', async () => {
    const answers = new Answers(
      [/For Friday/, 'change'],
      [/Status/, 'BLOCKED'],
      [/Target date/, '2026-03-25'],
      [/What blocks it\? \(in Georgian/, 'გასაღები'],
      [/What blocks it\? \(in English/, ''],
      [/Why\? \(in Georgian/, ''],
      [/Why\? \(in English/, ''],
      [/Why\? \(in Georgian/, ''],
      [/Why\? \(in English/, 'later'],
    )
    expect(await walk(answers, [duty({ status: 'IN_PROGRESS' })])).toEqual([
      {
        workstream: 1,
        kind: 'change',
        by: 'LEDGER_ENGINEER',
        for: FRIDAY,
        status: 'BLOCKED',
        targetDate: '2026-03-25',
        note: { ka: 'გასაღები' },
        reason: { en: 'later' },
      },
    ])
    expect(answers.told).toContain('This has to be said in at least one of the languages.')
  })

  it('asks for a resolution where a blocker is gone, and for a reason where work is reopened', async () => {
    const cleared = new Answers(
      [/For Friday/, 'change'],
      [/Status/, 'IN_PROGRESS'],
      [/Target date/, true],
      [/removed\? \(in Georgian/, 'გაიცა'],
      [/removed\? \(in English/, 'issued'],
    )
    expect(await walk(cleared, [duty({ status: 'BLOCKED' })])).toMatchObject([
      { status: 'IN_PROGRESS', targetDate: '2026-03-10', resolution: { ka: 'გაიცა', en: 'issued' } },
    ])
    const reopened = new Answers(
      [/For Friday/, 'change'],
      [/Status/, 'IN_PROGRESS'],
      [/Target date/, true],
      [/Why/, 'შეცდომა'],
      [/Why/, ''],
    )
    expect(await walk(reopened, [duty({ status: 'DONE' })])).toMatchObject([{ reason: { ka: 'შეცდომა' } }])
  })

  it('offers only statuses that may follow', async () => {
    const answers = new Answers([/For Friday/, 'change'], [/Status/, 'DONE'])
    await expect(walk(answers, [duty()])).rejects.toThrow('DONE is none of TODO,IN_PROGRESS')
  })

  it('offers missed Fridays for a late confirmation, which comes before this week’s change', async () => {
    const answers = new Answers(
      [/Fridays without a report: 2/, 'all'],
      [/For Friday/, 'change'],
      [/Status/, 'IN_PROGRESS'],
      [/Target date/, true],
    )
    const recordings = await walk(answers, [duty({}, MISSED)])
    expect(recordings.map(({ kind, for: friday }) => `${kind} ${friday}`)).toEqual([
      'confirm 2026-03-06',
      'confirm 2026-03-13',
      'change 2026-03-20',
    ])
    const newest = new Answers([/Fridays without a report: 2/, 'newest'])
    expect(await walk(newest, [duty({}, MISSED, null)])).toMatchObject([{ for: '2026-03-13' }])
  })

  it('asks whoever is not the owner why', async () => {
    const answers = new Answers(
      [/For Friday/, 'confirm'],
      [/in the owner’s place/, 'შვებულება'],
      [/owner’s place/, ''],
    )
    expect(await walk(answers, [duty()], 'GOVERNANCE_ADMIN')).toMatchObject([{ reason: { ka: 'შვებულება' } }])
  })

  it('asks again where no rule lets an answer stand', async () => {
    const answers = new Answers(
      [/For Friday/, 'change'],
      [/Status/, 'TODO'],
      [/Target date/, true],
      [/For Friday/, 'confirm'],
    )
    const strict = async (_: readonly Recording[], [own]: readonly Recording[]) =>
      own?.kind === 'change' ? { isLegal: false, shown: 'changes nothing' } : { isLegal: true, shown: 'fine' }
    expect(await walk(answers, [duty()], 'LEDGER_ENGINEER', strict)).toMatchObject([{ kind: 'confirm' }])
    expect(answers.told.slice(1)).toEqual(['changes nothing', 'fine'])
  })

  it('ends at once where the owner leaves', async () => {
    await expect(walk(new Answers([/For Friday/, 'leave']), [duty(), duty()])).rejects.toThrow(Interrupted)
  })
})
