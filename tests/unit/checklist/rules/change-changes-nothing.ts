import { baseline, change, confirm, day } from '#tests/unit/checklist/stories.ts'
import { type RuleExamples, TEXT } from './example.ts'

const at = (date: string, friday: string, time = '10:00:00') => ({
  recordedAt: `2026-03-${date}T${time}+04:00`,
  for: day(`2026-03-${friday}`),
})
const begun = change(at('05', '06'))
const blocked = change({ ...at('06', '06'), status: 'BLOCKED', note: TEXT })

export const changeChangesNothing: RuleExamples = {
  accepts: [
    { title: 'another status', lines: [baseline(), begun] },
    { title: 'another date', lines: [baseline(), change({ status: 'TODO', targetDate: day('2026-03-09') })] },
    { title: 'a note', lines: [baseline(), change({ status: 'TODO', note: TEXT })] },
    {
      title: 'another note of a blocker',
      lines: [
        baseline(),
        begun,
        blocked,
        change({ ...at('27', '27'), status: 'BLOCKED', note: { ka: 'სხვა' } }),
      ],
    },
    {
      title: 'the same change on another branch, up to 14 days after it',
      lines: [baseline(), begun, change(at('19', '20'))],
    },
  ],
  refuses: [
    {
      title: 'the status and date that held',
      lines: [baseline(), change({ status: 'TODO' })],
      message: 'expected a change of workstream 1, found TODO 2026-03-10 as before',
    },
    {
      title: 'them with a reason alone',
      lines: [baseline(), change({ status: 'TODO', reason: TEXT })],
      message: 'expected a change of workstream 1, found TODO 2026-03-10 as before',
    },
    {
      title: 'the words that a blocker had',
      lines: [
        baseline(),
        begun,
        blocked,
        confirm({ ...at('13', '13'), status: 'BLOCKED' }),
        change({ ...at('27', '27'), status: 'BLOCKED', note: TEXT }),
      ],
      message: 'expected a change of workstream 1, found BLOCKED 2026-03-10 as before',
    },
    {
      title: 'the same change more than 14 days after it',
      lines: [
        baseline(),
        begun,
        confirm({ ...at('12', '13'), status: 'IN_PROGRESS' }),
        change(at('26', '27')),
      ],
      message: 'expected a change of workstream 1, found IN_PROGRESS 2026-03-10 as before',
    },
  ],
}
