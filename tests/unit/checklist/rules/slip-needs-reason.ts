import { baseline, change, day } from '#tests/unit/checklist/stories.ts'
import { type RuleExamples, TEXT } from './example.ts'

const later = { targetDate: day('2026-03-11') }

export const slipNeedsReason: RuleExamples = {
  accepts: [
    { title: 'a later date with its reason', lines: [baseline(), change({ ...later, reason: TEXT })] },
    { title: 'an earlier date without', lines: [baseline(), change({ targetDate: day('2026-03-09') })] },
  ],
  refuses: [
    {
      title: 'a later date without a word',
      lines: [baseline(), change(later)],
      message: 'expected a reason for the slip from 2026-03-10 to 2026-03-11, found none',
    },
  ],
}
