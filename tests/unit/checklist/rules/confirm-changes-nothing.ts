import { baseline, confirm, day } from '#tests/unit/checklist/stories.ts'
import type { RuleExamples } from './example.ts'

export const confirmChangesNothing: RuleExamples = {
  accepts: [{ title: 'the status and date that held', lines: [baseline(), confirm()] }],
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
  ],
}
