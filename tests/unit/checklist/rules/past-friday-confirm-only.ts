import { baseline, change, confirm, day } from '#tests/unit/checklist/stories.ts'
import type { RuleExamples } from './example.ts'

export const pastFridayConfirmOnly: RuleExamples = {
  accepts: [
    { title: 'a change for its own week', lines: [baseline(), change({ for: day('2026-03-06') })] },
    {
      title: 'a confirm for a past Friday',
      lines: [baseline(), confirm({ recordedAt: '2026-03-13T12:00:00+04:00' })],
    },
    {
      title: 'a change in the last second of Friday',
      lines: [baseline(), change({ recordedAt: '2026-03-06T23:59:59+04:00' })],
    },
    {
      title: 'a change in the last second of Friday in Tbilisi, by whatever clock',
      lines: [baseline(), change({ recordedAt: '2026-03-06T19:59:59Z' })],
    },
  ],
  refuses: [
    {
      title: 'a change for a past Friday',
      lines: [baseline(), change({ recordedAt: '2026-03-13T12:00:00+04:00' })],
      message:
        'expected 2026-03-13, or a confirm, for a line recorded 2026-03-13T12:00:00+04:00, found change for 2026-03-06',
    },
    {
      title: 'a change for a Friday to come',
      lines: [baseline(), change({ for: day('2026-03-13') })],
      message: 'expected 2026-03-06 or an earlier Friday, found 2026-03-13',
    },
    {
      title: 'a confirm for a Friday to come',
      lines: [baseline(), confirm({ for: day('2026-03-13') })],
      message: 'expected 2026-03-06 or an earlier Friday, found 2026-03-13',
    },
    {
      title: 'a change of Saturday for the Friday before',
      lines: [baseline(), change({ recordedAt: '2026-03-07T00:00:00+04:00' })],
      message:
        'expected 2026-03-13, or a confirm, for a line recorded 2026-03-07T00:00:00+04:00, found change for 2026-03-06',
    },
  ],
}
