import { orderPerIntent } from '#features/evidence/checks/order-per-intent.ts'
import type { CheckExamples } from './example.ts'
import { consume, dlq, publish, replay, told } from './story.ts'

export const orderPerIntentExamples: CheckExamples = {
  passed: [
    {
      title: 'each step published after the step before was consumed',
      judge: told(orderPerIntent, {
        records: [publish('milestone.approved'), consume('milestone.approved'), publish('mint.requested')],
      }),
      decidedBy: [{ record: 3 }],
    },
    {
      title: 'rising offsets, in whatever order they were written down',
      judge: told(orderPerIntent, {
        records: [
          publish('kes.orchestrator.events', { seq: 9, offset: 8, eventId: 'second' }),
          publish('kes.orchestrator.events', { seq: 4, offset: 7, eventId: 'first' }),
        ],
      }),
      decidedBy: [{ record: 1 }],
    },
    {
      title: 'processes that each count on their own: between them the clocks tell, and may agree',
      judge: told(orderPerIntent, {
        records: [
          publish('milestone.approved', { seq: 900 }),
          consume('milestone.approved', { process: 'process-2', seq: 500, time: 1000 }),
          publish('mint.requested', { seq: 901, time: 1000 }),
        ],
      }),
      decidedBy: [{ record: 3 }],
    },
    {
      title: 'a step that follows a replay, and a replay of what was consumed in another run',
      judge: told(orderPerIntent, {
        records: [replay('mint.requested'), consume('mint.requested'), publish('mint.confirmed')],
      }),
      decidedBy: [{ record: 3 }],
    },
    {
      title: 'a publish that was written down twice, and a retried one without an offset',
      judge: told(orderPerIntent, {
        records: [
          publish('milestone.approved', { offset: 3 }),
          publish('milestone.approved', { offset: 3 }),
          publish('milestone.approved', { offset: null }),
          publish('milestone.approved', { offset: 4 }),
        ],
      }),
      decidedBy: [{ record: 4 }],
    },
    {
      title: 'steps without a broker that each follow the consume of the one before',
      judge: told(orderPerIntent, {
        run: { broker: null },
        records: [
          publish('milestone.approved', { partition: null, offset: null }),
          consume('milestone.approved', { partition: null, offset: null }),
          publish('mint.requested', { partition: null, offset: null }),
        ],
      }),
      decidedBy: [{ record: 3 }],
    },
  ],
  failed: [
    {
      title: 'an offset that is not beyond the one sent before it',
      judge: told(orderPerIntent, {
        records: [
          publish('kes.orchestrator.events', { offset: 7, eventId: 'first' }),
          publish('kes.orchestrator.events', { offset: 6, eventId: 'second' }),
        ],
      }),
      decidedBy: [{ record: 2, reason: 'offset-out-of-order' }],
    },
    {
      title: 'two events at one offset',
      judge: told(orderPerIntent, {
        records: [
          publish('kes.orchestrator.events', { offset: 7, eventId: 'first' }),
          publish('kes.orchestrator.events', { offset: 7, eventId: 'second' }),
        ],
      }),
      decidedBy: [{ record: 2, reason: 'offset-out-of-order' }],
    },
    {
      title: 'a step published before the one before it was consumed, in one process and in two',
      judge: told(orderPerIntent, {
        records: [
          publish('milestone.approved'),
          publish('mint.requested'),
          consume('milestone.approved'),
          consume('mint.requested', { process: 'process-2' }),
          publish('mint.confirmed', { time: 0 }),
        ],
      }),
      decidedBy: [
        { record: 2, reason: 'published-before-consumed', detail: 'milestone.approved' },
        { record: 5, reason: 'published-before-consumed', detail: 'mint.requested' },
      ],
    },
    {
      title: 'a step that is left out, where later ones were sent',
      judge: told(orderPerIntent, {
        records: [
          publish('milestone.approved'),
          consume('milestone.approved'),
          publish('mint.confirmed'),
          consume('mint.confirmed'),
          publish('anchor.requested'),
        ],
      }),
      decidedBy: [{ record: 3, reason: 'published-before-consumed', detail: 'mint.requested' }],
    },
    {
      title: 'offsets out of order in a run that recorded nothing else',
      judge: told(orderPerIntent, {
        run: { boundaries: ['publish'] },
        records: [
          publish('milestone.approved', { offset: 7 }),
          publish('milestone.approved', { offset: 6, eventId: 'again' }),
          publish('mint.requested'),
        ],
      }),
      decidedBy: [{ record: 2, reason: 'offset-out-of-order' }],
    },
  ],
  warned: 'never',
  notRun: [
    {
      title: 'a run that recorded no publish',
      judge: told(orderPerIntent, {
        run: { boundaries: ['consume'] },
        records: [consume('mint.requested')],
      }),
      cause: 'boundary-not-recorded',
    },
    {
      title: 'steps of which nobody recorded whether the one before was consumed',
      judge: told(orderPerIntent, {
        run: { boundaries: ['publish'] },
        records: [publish('milestone.approved'), publish('mint.requested')],
      }),
      cause: 'boundary-not-recorded',
    },
    {
      title: 'publishes of a run without a broker that recorded nothing else',
      judge: told(orderPerIntent, {
        run: { broker: null, boundaries: ['publish'] },
        records: [publish('mint.requested')],
      }),
      cause: 'no-broker',
    },
    {
      title: 'one event of an intent, or one that was written down twice: nothing came before it',
      judge: told(orderPerIntent, {
        records: [
          publish('milestone.approved'),
          publish('milestone.approved'),
          consume('milestone.approved'),
          publish('kes.orchestrator.events'),
        ],
      }),
      cause: 'no-such-records',
    },
    {
      title: 'events of no chain whose offsets are not known',
      judge: told(orderPerIntent, {
        records: [
          publish('kes.orchestrator.events', { offset: null, eventId: 'first' }),
          publish('kes.orchestrator.events', { offset: null, eventId: 'second' }),
        ],
      }),
      cause: 'no-such-records',
    },
    {
      title: 'a run that sent nothing',
      judge: told(orderPerIntent, { records: [dlq('mint.requested')] }),
      cause: 'no-such-records',
    },
  ],
}
