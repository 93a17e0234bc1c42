import { baseline, confirm, day } from '#tests/unit/checklist/stories.ts'
import type { RuleExamples } from './example.ts'

const joined = baseline({ workstream: 2, recordedAt: '2026-03-18T00:00:00+04:00', for: day('2026-03-20') })
const second = { workstream: 2, by: 'SRE_LEAD', recordedAt: '2026-03-20T12:00:00+04:00' } as const

export const fridayBeforeBaseline: RuleExamples = {
  accepts: [
    { title: 'the Friday of the baseline', lines: [baseline(), confirm()] },
    {
      title: 'a past Friday after it',
      lines: [
        baseline(),
        confirm({ recordedAt: '2026-03-20T12:00:00+04:00', for: day('2026-03-13') }),
        joined,
        confirm({ ...second, for: day('2026-03-20') }),
      ],
    },
  ],
  refuses: [
    {
      title: 'a Friday before the record began',
      lines: [baseline(), confirm({ for: day('1999-01-01') })],
      message: 'expected 2026-03-06, the Friday of the baseline, or a later one, found 1999-01-01',
    },
    {
      title: 'a Friday before its own workstream began',
      lines: [baseline(), joined, confirm({ ...second, for: day('2026-03-13') })],
      message: 'expected 2026-03-20, the Friday of the baseline, or a later one, found 2026-03-13',
    },
  ],
}
