import { baseline, change, day } from '#tests/unit/checklist/stories.ts'
import { type RuleExamples, TEXT } from './example.ts'

const started = baseline({ status: 'IN_PROGRESS' })
const earlier = { targetDate: day('2026-03-09') }

export const blockedNeedsNote: RuleExamples = {
  accepts: [
    { title: 'a note on becoming blocked', lines: [started, change({ status: 'BLOCKED', note: TEXT })] },
    {
      title: 'no note where the workstream was blocked before',
      lines: [baseline({ status: 'BLOCKED' }), change({ status: 'BLOCKED', ...earlier })],
    },
    {
      title: 'a baseline that is blocked: its words stand in the document',
      lines: [baseline({ status: 'BLOCKED' })],
    },
  ],
  refuses: [
    {
      title: 'becoming blocked without a word',
      lines: [started, change({ status: 'BLOCKED' })],
      message: 'expected a note with BLOCKED after IN_PROGRESS, found none',
    },
  ],
}
