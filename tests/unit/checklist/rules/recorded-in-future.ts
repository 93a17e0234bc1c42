import { baseline, change } from '#tests/unit/checklist/stories.ts'
import type { RuleExamples } from './example.ts'

const lines = [baseline(), change({ recordedAt: '2026-03-06T12:05:00+04:00' })]

export const recordedInFuture: RuleExamples = {
  accepts: [
    { title: 'a clock five minutes ahead', lines, now: new Date('2026-03-06T12:00:00+04:00') },
    { title: 'the past', lines },
  ],
  refuses: [
    {
      title: 'a clock further ahead',
      lines,
      now: new Date('2026-03-06T11:59:59.999+04:00'),
      message: 'expected at most 5 minutes after 2026-03-06T07:59:59.999Z, found 2026-03-06T12:05:00+04:00',
    },
  ],
}
