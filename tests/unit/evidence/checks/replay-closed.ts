import { replayClosed } from '#features/evidence/checks/replay-closed.ts'
import type { CheckExamples } from './example.ts'
import { consume, dlq, effect, publish, replay, told } from './story.ts'

export const replayClosedExamples: CheckExamples = {
  passed: [
    {
      title: 'a DLQ record that was replayed and had its effect',
      judge: told(replayClosed, {
        replayed: [dlq('mint.requested')],
        records: [replay('mint.requested'), consume('mint.requested'), effect('mint.requested')],
      }),
      decidedBy: [{ runId: 'failed-1', record: 1 }],
    },
    {
      title: 'one that failed again and is in the DLQ again, and one without an event id',
      judge: told(replayClosed, {
        replayed: [dlq('mint.requested'), dlq('mint.confirmed', { eventId: null })],
        records: [
          replay('mint.requested'),
          dlq('mint.requested'),
          replay('mint.confirmed'),
          effect('mint.confirmed'),
        ],
      }),
      decidedBy: [
        { runId: 'failed-1', record: 1 },
        { runId: 'failed-1', record: 2 },
      ],
    },
  ],
  failed: [
    {
      title: 'a DLQ record that nobody replayed, also where the event had an effect or was published anew',
      judge: told(replayClosed, {
        replayed: [dlq('mint.requested')],
        records: [publish('mint.requested'), effect('mint.requested')],
      }),
      decidedBy: [{ runId: 'failed-1', record: 1, reason: 'never-replayed', detail: 'mint.requested#1' }],
    },
    {
      title: 'one that was replayed to another topic, or under another intent',
      judge: told(replayClosed, {
        replayed: [dlq('mint.requested'), dlq('mint.confirmed')],
        records: [
          replay('anchor.requested', { eventId: 'mint.requested#1' }),
          replay('mint.confirmed', { key: 'intent-2', value: { intentId: 'intent-2' } }),
        ],
      }),
      decidedBy: [
        { runId: 'failed-1', record: 1, reason: 'never-replayed', detail: 'mint.requested#1' },
        { runId: 'failed-1', record: 2, reason: 'never-replayed', detail: 'mint.confirmed#1' },
      ],
    },
    {
      title: 'one whose effect or new DLQ record came before it was replayed',
      judge: told(replayClosed, {
        replayed: [dlq('mint.requested'), dlq('mint.confirmed')],
        records: [
          effect('mint.requested'),
          replay('mint.requested'),
          dlq('mint.confirmed', { process: 'process-2', time: 0 }),
          replay('mint.confirmed'),
        ],
      }),
      decidedBy: [
        { runId: 'failed-1', record: 1, reason: 'replay-open', detail: 'mint.requested#1' },
        { runId: 'failed-1', record: 2, reason: 'replay-open', detail: 'mint.confirmed#1' },
      ],
    },
    {
      title: 'one that was replayed, with no end',
      judge: told(replayClosed, {
        replayed: [dlq('mint.requested')],
        records: [replay('mint.requested'), consume('mint.requested'), effect('mint.confirmed')],
      }),
      decidedBy: [{ runId: 'failed-1', record: 1, reason: 'replay-open', detail: 'mint.requested#1' }],
    },
  ],
  warned: [
    {
      title: 'a DLQ record of what was no event, or not one of its topic, so that nothing can be sent again',
      judge: told(replayClosed, {
        replayed: [
          dlq('mint.requested'),
          dlq('mint.requested', { eventId: null, value: { original: { value: 'no JSON', isCut: false } } }),
          dlq('mint.confirmed', { value: { original: { value: '{"eventId":"1"}', isCut: false } } }),
        ],
        records: [replay('mint.requested'), effect('mint.requested')],
      }),
      decidedBy: [
        { runId: 'failed-1', record: 2, reason: 'no-event-to-replay' },
        { runId: 'failed-1', record: 3, reason: 'no-event-to-replay' },
      ],
    },
  ],
  notRun: [
    {
      title: 'a run that replays none',
      judge: told(replayClosed, { records: [effect('mint.requested')] }),
      cause: 'no-replay',
    },
    {
      title: 'a replay of a run that is not here',
      judge: told(replayClosed, { replayed: 'absent', records: [replay('mint.requested')] }),
      cause: 'replayed-run-absent',
    },
    {
      title: 'a replay that recorded no effects',
      judge: told(replayClosed, {
        run: { boundaries: ['replay', 'dlq'] },
        replayed: [dlq('mint.requested')],
        records: [replay('mint.requested')],
      }),
      cause: 'boundary-not-recorded',
    },
    {
      title: 'the replay of a run whose DLQ is empty',
      judge: told(replayClosed, { replayed: [], records: [] }),
      cause: 'no-such-records',
    },
  ],
}
