import { dlqComplete } from '#features/evidence/checks/dlq-complete.ts'
import type { CheckExamples } from './example.ts'
import { dlq, publish, told } from './story.ts'

export const dlqCompleteExamples: CheckExamples = {
  passed: [
    {
      title: 'DLQ records with all five fields',
      judge: told(dlqComplete, { records: [publish('mint.requested'), dlq('mint.requested')] }),
      decidedBy: [{ record: 2 }],
    },
  ],
  failed: [
    {
      title: 'a DLQ record that lacks fields',
      judge: told(dlqComplete, {
        records: [
          dlq('mint.requested', { value: { reason: undefined, failedAt: undefined, eventId: null } }),
        ],
      }),
      decidedBy: [{ record: 1, reason: 'field-missing', detail: 'reason, failedAt' }],
    },
  ],
  warned: [
    {
      title: 'an event id that is null, as the recorded dev run had it',
      judge: told(dlqComplete, {
        records: [dlq('mint.requested'), dlq('mint.requested', { eventId: null })],
      }),
      decidedBy: [{ record: 2, reason: 'field-null', detail: 'eventId' }],
    },
  ],
  notRun: [
    {
      title: 'a run that did not record its DLQ',
      judge: told(dlqComplete, { run: { boundaries: ['publish'] }, records: [publish('mint.requested')] }),
      cause: 'boundary-not-recorded',
    },
    {
      title: 'a run whose DLQ is empty',
      judge: told(dlqComplete, { records: [publish('mint.requested')] }),
      cause: 'no-such-records',
    },
  ],
}
