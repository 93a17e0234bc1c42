import { baseline, change } from '#tests/unit/checklist/stories.ts'
import { type RuleExamples, TEXT } from './example.ts'

const blocked = baseline({ status: 'BLOCKED' })

export const unblockedNeedsResolution: RuleExamples = {
  accepts: [
    { title: 'a resolution on ceasing to be blocked', lines: [blocked, change({ resolution: TEXT })] },
    { title: 'none while blocked', lines: [blocked, change({ status: 'BLOCKED', note: TEXT })] },
  ],
  refuses: [
    {
      title: 'ceasing to be blocked without a word',
      lines: [blocked, change()],
      message: 'expected a resolution with IN_PROGRESS after BLOCKED, found none',
    },
  ],
}
