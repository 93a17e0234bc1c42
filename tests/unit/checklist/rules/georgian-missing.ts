import { baseline, change, day } from '#tests/unit/checklist/stories.ts'
import { type RuleExamples, TEXT } from './example.ts'

const english = { en: 'words' }
const slip = { targetDate: day('2026-03-11') }

export const georgianMissing: RuleExamples = {
  accepts: [
    { title: 'texts in both languages', lines: [baseline(), change({ ...slip, note: TEXT, reason: TEXT })] },
    { title: 'Georgian alone', lines: [baseline(), change({ note: { ka: 'ტექსტი' } })] },
    { title: 'no text where none is owed', lines: [baseline(), change()] },
  ],
  refuses: [
    {
      title: 'English alone, naming every such text',
      lines: [baseline(), change({ ...slip, note: english, reason: english, resolution: TEXT })],
      message: 'expected Georgian in note and reason, found none',
    },
  ],
}
