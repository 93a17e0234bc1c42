import type { Status } from '#features/checklist/status-model.ts'
import { baseline, change } from '#tests/unit/checklist/stories.ts'
import { type Example, type Refusal, type RuleExamples, TEXT } from './example.ts'

const step = (from: Status, to: Status): Example => ({
  title: `${to} after ${from}`,
  lines: [baseline({ status: from }), change({ status: to, note: TEXT, reason: TEXT, resolution: TEXT })],
})

const wrongStep = (from: Status, to: Status, expected: string): Refusal => ({
  ...step(from, to),
  message: `expected ${expected} after ${from}, found ${to}`,
})

export const statusTransition: RuleExamples = {
  accepts: [
    step('TODO', 'IN_PROGRESS'),
    step('IN_PROGRESS', 'BLOCKED'),
    step('IN_PROGRESS', 'DONE'),
    step('BLOCKED', 'IN_PROGRESS'),
    step('DONE', 'IN_PROGRESS'),
    step('BLOCKED', 'BLOCKED'),
    {
      title: 'lines in the order they were recorded, whatever that of the file',
      lines: [change({ recordedAt: '2026-03-06T13:00:00+04:00', status: 'DONE' }), change(), baseline()],
    },
  ],
  refuses: [
    wrongStep('TODO', 'BLOCKED', 'IN_PROGRESS'),
    wrongStep('TODO', 'DONE', 'IN_PROGRESS'),
    wrongStep('IN_PROGRESS', 'TODO', 'BLOCKED or DONE'),
    wrongStep('BLOCKED', 'TODO', 'IN_PROGRESS'),
    wrongStep('BLOCKED', 'DONE', 'IN_PROGRESS'),
    wrongStep('DONE', 'TODO', 'IN_PROGRESS'),
    wrongStep('DONE', 'BLOCKED', 'IN_PROGRESS'),
  ],
}
