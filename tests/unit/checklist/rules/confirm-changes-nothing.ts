import { baseline, change, confirm, day } from '#tests/unit/checklist/stories.ts'
import type { RuleExamples } from './example.ts'

const march = (date: string, time = '10:00:00') => ({ recordedAt: `2026-03-${date}T${time}+04:00` })
const begun = (date: string) => change({ ...march(date), status: 'IN_PROGRESS' })

export const confirmChangesNothing: RuleExamples = {
  accepts: [
    { title: 'the status and date that held', lines: [baseline(), confirm()] },
    {
      title: 'what a change on another branch has overtaken, up to 14 days after it',
      lines: [baseline(), begun('06'), confirm(march('20'))],
    },
    {
      title: 'what holds, after the confirm of what held before',
      lines: [
        baseline(),
        begun('06'),
        confirm(march('07')),
        confirm({ ...march('08'), status: 'IN_PROGRESS' }),
      ],
    },
  ],
  refuses: [
    {
      title: 'another status',
      lines: [baseline(), confirm({ status: 'IN_PROGRESS' })],
      message: 'expected TODO 2026-03-10 as before, found IN_PROGRESS 2026-03-10',
    },
    {
      title: 'another date',
      lines: [baseline(), confirm({ targetDate: day('2026-03-09') })],
      message: 'expected TODO 2026-03-10 as before, found TODO 2026-03-09',
    },
    {
      title: 'what a change has overtaken more than 14 days before',
      lines: [baseline(), begun('06'), confirm(march('20', '10:00:01'))],
      message: 'expected IN_PROGRESS 2026-03-10 as before, found TODO 2026-03-10',
    },
    {
      title: 'a status and a date that held, but never together',
      lines: [
        baseline(),
        change({ ...march('06'), status: 'IN_PROGRESS', targetDate: day('2026-03-09') }),
        confirm({ ...march('07'), targetDate: day('2026-03-09') }),
      ],
      message: 'expected IN_PROGRESS 2026-03-09 as before, found TODO 2026-03-09',
    },
  ],
}
