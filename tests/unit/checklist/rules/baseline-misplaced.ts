import { baseline, change, day } from '#tests/unit/checklist/stories.ts'
import type { RuleExamples } from './example.ts'

export const baselineMisplaced: RuleExamples = {
  accepts: [
    { title: 'a baseline before every other line', lines: [baseline(), change()] },
    {
      title: 'a baseline of a workstream after lines of another',
      lines: [baseline(), change(), baseline({ workstream: 2 })],
    },
  ],
  refuses: [
    {
      title: 'a workstream without one',
      lines: [change()],
      message: 'expected a baseline first for workstream 1, found change',
    },
    {
      title: 'a second one',
      lines: [
        baseline(),
        baseline({ recordedAt: '2026-03-04T00:00:01+04:00', targetDate: day('2026-03-09') }),
      ],
      message:
        'expected one baseline, before any other line of workstream 1, found another line before it (line 1)',
    },
  ],
}
