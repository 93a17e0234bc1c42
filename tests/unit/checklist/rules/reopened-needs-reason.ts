import { baseline, change, day } from '#tests/unit/checklist/stories.ts'
import { type RuleExamples, TEXT } from './example.ts'

const done = baseline({ status: 'DONE' })

export const reopenedNeedsReason: RuleExamples = {
  accepts: [
    { title: 'a reopening with its reason', lines: [done, change({ reason: TEXT })] },
    { title: 'what stays DONE', lines: [done, change({ status: 'DONE', targetDate: day('2026-03-09') })] },
  ],
  refuses: [
    {
      title: 'a reopening without a word',
      lines: [done, change()],
      message: 'expected a reason with IN_PROGRESS after DONE, found none',
    },
  ],
}
