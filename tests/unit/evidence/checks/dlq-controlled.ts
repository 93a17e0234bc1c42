import { dlqControlled } from '#features/evidence/checks/dlq-controlled.ts'
import type { CheckExamples } from './example.ts'
import { consume, dlq, effect, publish, replay, told, unknownAt } from './story.ts'

const failing = { controlledFailureTopic: 'mint.requested' }

export const dlqControlledExamples: CheckExamples = {
  passed: [
    {
      title: 'the events of the failing topic in the DLQ, without effect',
      judge: told(dlqControlled, {
        run: failing,
        records: [
          publish('milestone.approved'),
          effect('milestone.approved'),
          publish('mint.requested'),
          dlq('mint.requested'),
        ],
      }),
      decidedBy: [{ record: 4 }],
    },
    {
      title: 'a DLQ record without an event id, which stands for its source topic',
      judge: told(dlqControlled, {
        run: failing,
        records: [publish('mint.requested'), dlq('mint.requested', { eventId: null })],
      }),
      decidedBy: [{ record: 2 }],
    },
    {
      title: 'an effect that follows a replay in the same run',
      judge: told(dlqControlled, {
        run: failing,
        records: [
          publish('mint.requested'),
          dlq('mint.requested'),
          replay('mint.requested', { offset: 1 }),
          effect('mint.requested', { offset: 1 }),
        ],
      }),
      decidedBy: [{ record: 2 }],
    },
    {
      title: 'the consumed events of a run that only consumes',
      judge: told(dlqControlled, {
        run: { ...failing, boundaries: ['consume', 'effect', 'dlq'] },
        records: [
          consume('mint.requested'),
          consume('mint.requested', { attempt: 2 }),
          dlq('mint.requested'),
        ],
      }),
      decidedBy: [{ record: 3 }],
    },
  ],
  failed: [
    {
      title: 'an event of the failing topic that is not in the DLQ, once however often it was sent',
      judge: told(dlqControlled, {
        run: failing,
        records: [publish('mint.requested'), publish('mint.requested', { offset: 1 })],
      }),
      decidedBy: [{ record: 1, reason: 'not-in-dlq', detail: 'mint.requested#1' }],
    },
    {
      title: 'one beside a DLQ record without an event id which says that what failed lies elsewhere',
      judge: told(dlqControlled, {
        run: failing,
        records: [
          publish('mint.requested', { offset: 4 }),
          dlq('mint.requested', unknownAt('mint.requested', 5)),
        ],
      }),
      decidedBy: [{ record: 1, reason: 'not-in-dlq', detail: 'mint.requested#1' }],
    },
    {
      title: 'a consumed one, of a run that only consumes',
      judge: told(dlqControlled, {
        run: { ...failing, boundaries: ['consume', 'effect', 'dlq'] },
        records: [consume('mint.requested'), consume('mint.requested', { attempt: 2 })],
      }),
      decidedBy: [{ record: 1, reason: 'not-in-dlq', detail: 'mint.requested#1' }],
    },
    {
      title: 'an event of another topic in the DLQ',
      judge: told(dlqControlled, { run: failing, records: [dlq('mint.confirmed')] }),
      decidedBy: [{ record: 1, reason: 'unexpected-in-dlq', detail: 'mint.confirmed' }],
    },
    {
      title: 'anything in the DLQ of a run that was not made to fail, whatever its source topic',
      judge: told(dlqControlled, {
        records: [
          dlq('mint.requested'),
          dlq('mint.requested', { value: { sourceTopic: null } }),
          dlq('mint.requested', { value: { sourceTopic: undefined } }),
          dlq('mint.requested', { value: { sourceTopic: { toString: 1 } } }),
        ],
      }),
      decidedBy: [
        { record: 1, reason: 'unexpected-in-dlq', detail: 'mint.requested' },
        { record: 2, reason: 'unexpected-in-dlq', detail: 'null' },
        { record: 3, reason: 'unexpected-in-dlq', detail: 'null' },
        { record: 4, reason: 'unexpected-in-dlq', detail: 'object' },
      ],
    },
    {
      title: 'an effect of an event in the DLQ, also one before its replay',
      judge: told(dlqControlled, {
        run: failing,
        records: [
          publish('mint.requested'),
          effect('mint.requested'),
          dlq('mint.requested'),
          replay('mint.requested', { offset: 1 }),
        ],
      }),
      decidedBy: [{ record: 2, reason: 'effect-despite-dlq', detail: 'mint.requested#1' }],
    },
    {
      title: 'what can be seen of a run that recorded its DLQ alone',
      judge: told(dlqControlled, {
        run: { ...failing, boundaries: ['dlq'] },
        records: [dlq('mint.requested'), dlq('mint.confirmed')],
      }),
      decidedBy: [{ record: 2, reason: 'unexpected-in-dlq', detail: 'mint.confirmed' }],
    },
  ],
  warned: 'never',
  notRun: [
    {
      title: 'a run that did not record its DLQ',
      judge: told(dlqControlled, {
        run: { ...failing, boundaries: ['publish', 'effect'] },
        records: [publish('mint.requested')],
      }),
      cause: 'boundary-not-recorded',
    },
    {
      title: 'a DLQ as it should be of a run that recorded no effects',
      judge: told(dlqControlled, {
        run: { ...failing, boundaries: ['publish', 'dlq'] },
        records: [publish('mint.requested'), dlq('mint.requested')],
      }),
      cause: 'boundary-not-recorded',
    },
    {
      title: 'a run that was not made to fail, and did not',
      judge: told(dlqControlled, { records: [publish('mint.requested'), effect('mint.requested')] }),
      cause: 'no-controlled-failure',
    },
    {
      title: 'a run that never came to the failing topic',
      judge: told(dlqControlled, { run: failing, records: [publish('milestone.approved')] }),
      cause: 'no-such-records',
    },
  ],
}
