import { noLoss } from '#features/evidence/checks/no-loss.ts'
import type { CheckExamples } from './example.ts'
import { consume, dlq, effect, publish, replay, told, unknownAt } from './story.ts'

export const noLossExamples: CheckExamples = {
  passed: [
    {
      title: 'an event that was consumed, one in the DLQ, and one that was replayed and consumed',
      judge: told(noLoss, {
        records: [
          publish('milestone.approved'),
          consume('milestone.approved'),
          publish('mint.requested'),
          dlq('mint.requested'),
          replay('mint.requested', { offset: 1 }),
          consume('mint.requested', { offset: 1 }),
        ],
      }),
      decidedBy: [{ record: 1 }, { record: 3 }, { record: 5 }],
    },
    {
      title: 'a retried publish that lies on the topic twice and was delivered once',
      judge: told(noLoss, {
        records: [
          publish('mint.requested', { offset: 0 }),
          publish('mint.requested', { offset: 1 }),
          consume('mint.requested', { offset: 1 }),
        ],
      }),
      decidedBy: [{ record: 1 }, { record: 2 }],
    },
    {
      title: 'events without an id that are told by where they lie',
      judge: told(noLoss, {
        records: [
          publish('mint.requested', { eventId: null, offset: 4 }),
          consume('mint.requested', { eventId: null, offset: 4 }),
        ],
      }),
      decidedBy: [{ record: 1 }],
    },
    {
      title: 'offsets without a gap among those that the run wrote; what it only consumed may lie anywhere',
      judge: told(noLoss, {
        records: [
          publish('mint.requested', { offset: 4 }),
          consume('mint.requested', { offset: 4 }),
          consume('mint.requested', { eventId: 'of-another-run', offset: 90 }),
          effect('mint.requested', { eventId: 'of-another-run', offset: 90 }),
        ],
      }),
      decidedBy: [{ record: 1 }],
    },
    {
      title: 'an event for which a DLQ record without an event id stands, by its source topic',
      judge: told(noLoss, { records: [publish('mint.requested'), dlq('mint.requested', { eventId: null })] }),
      decidedBy: [{ record: 1 }],
    },
    {
      title:
        'one for which it stands by the place that it names as the origin, or, on files, by a topic alone',
      judge: told(noLoss, {
        records: [
          publish('mint.requested', { offset: 4 }),
          dlq('mint.requested', { ...unknownAt('mint.requested', 4), offset: 1 }),
          publish('mint.confirmed', { partition: null, offset: null }),
          dlq('mint.confirmed', { ...unknownAt('mint.confirmed', null), partition: null, offset: null }),
        ],
      }),
      decidedBy: [{ record: 1 }, { record: 3 }],
    },
  ],
  failed: [
    {
      title: 'an event that nobody consumed',
      judge: told(noLoss, {
        records: [publish('milestone.approved'), consume('milestone.approved'), publish('mint.requested')],
      }),
      decidedBy: [{ record: 3, reason: 'never-consumed', detail: 'mint.requested#1' }],
    },
    {
      title: 'a lost event that bears the id of one on another topic, consumed or in the DLQ',
      judge: told(noLoss, {
        records: [
          publish('milestone.approved', { eventId: 'one' }),
          consume('milestone.approved', { eventId: 'one' }),
          dlq('milestone.approved', { eventId: 'one' }),
          publish('mint.requested', { eventId: 'one' }),
        ],
      }),
      decidedBy: [{ record: 4, reason: 'never-consumed', detail: 'one' }],
    },
    {
      title: 'the event of one intent that only another consumed',
      judge: told(noLoss, {
        records: [
          publish('mint.requested', { eventId: 'one' }),
          consume('mint.requested', { eventId: 'one', key: 'intent-2', value: { intentId: 'intent-2' } }),
        ],
      }),
      decidedBy: [{ record: 1, reason: 'never-consumed', detail: 'one' }],
    },
    {
      title: 'an event without an id, where one at the same offset of another partition was consumed',
      judge: told(noLoss, {
        records: [
          publish('mint.requested', { eventId: null, partition: 1, offset: 4 }),
          consume('mint.requested', { eventId: null, partition: 2, offset: 4 }),
        ],
      }),
      decidedBy: [{ record: 1, reason: 'never-consumed' }],
    },
    {
      title: 'an event with neither id nor offset',
      judge: told(noLoss, {
        records: [
          publish('mint.requested', { eventId: null, offset: null }),
          consume('mint.requested', { eventId: null, offset: null }),
        ],
      }),
      decidedBy: [{ record: 1, reason: 'never-consumed' }],
    },
    {
      title: 'an event beside a DLQ record of something else of its intent, which names another origin',
      judge: told(noLoss, {
        records: [
          publish('mint.requested', { offset: 4 }),
          dlq('mint.requested', { ...unknownAt('mint.requested', 5), offset: 1 }),
        ],
      }),
      decidedBy: [{ record: 1, reason: 'never-consumed', detail: 'mint.requested#1' }],
    },
    {
      title: 'an event that was replayed and lost, beside a DLQ record of something else of its intent',
      judge: told(noLoss, {
        records: [
          replay('mint.requested', { offset: 4 }),
          dlq('mint.requested', { ...unknownAt('mint.requested', 5), offset: 1 }),
        ],
      }),
      decidedBy: [{ record: 1, reason: 'never-consumed', detail: 'mint.requested#1' }],
    },
  ],
  warned: [
    {
      title: 'offsets that nobody wrote, even where another is recorded twice',
      judge: told(noLoss, {
        records: [
          publish('mint.requested', { partition: 2, offset: 5 }),
          publish('mint.requested', { partition: 2, offset: 5 }),
          publish('mint.requested', { partition: 2, offset: 8 }),
          consume('mint.requested', { partition: 2, offset: 5 }),
        ],
      }),
      decidedBy: [{ record: null, reason: 'offset-gap', detail: 'mint.requested/2: 2' }],
    },
  ],
  notRun: [
    {
      title: 'a run that recorded nothing going out',
      judge: told(noLoss, { run: { boundaries: ['consume'] }, records: [consume('mint.requested')] }),
      cause: 'boundary-not-recorded',
    },
    {
      title: 'a run that recorded nothing coming in',
      judge: told(noLoss, { run: { boundaries: ['publish', 'dlq'] }, records: [publish('mint.requested')] }),
      cause: 'boundary-not-recorded',
    },
    {
      title: 'a run that sent nothing',
      judge: told(noLoss, { records: [consume('mint.requested'), effect('mint.requested')] }),
      cause: 'no-such-records',
    },
    {
      title: 'a gap in the DLQ of a run that sent nothing',
      judge: told(noLoss, {
        records: [dlq('mint.requested', { offset: 1 }), dlq('mint.confirmed', { offset: 9 })],
      }),
      cause: 'no-such-records',
    },
  ],
}
