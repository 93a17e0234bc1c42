import { baseline } from '#tests/unit/checklist/stories.ts'
import type { RuleExamples } from './example.ts'

export const workstreamUnknown: RuleExamples = {
  accepts: [{ title: 'workstreams of the tracker', lines: [baseline(), baseline({ workstream: 2 })] }],
  refuses: [
    {
      title: 'a workstream without a row',
      lines: [baseline(), baseline({ workstream: 13 })],
      message: 'expected a workstream of the tracker, found 13, which has no row',
    },
  ],
}
