import { replayKeyKept } from '#features/evidence/checks/replay-key-kept.ts'
import type { CheckExamples } from './example.ts'
import { dlq, publish, replay, told, unknownAt } from './story.ts'

export const replayKeyKeptExamples: CheckExamples = {
  passed: [
    {
      title: 'a replay under the key and intent of its DLQ record',
      judge: told(replayKeyKept, { replayed: [dlq('mint.requested')], records: [replay('mint.requested')] }),
      decidedBy: [{ record: 1 }],
    },
    {
      title: 'a replay of what failed in the same run, beside that of another',
      judge: told(replayKeyKept, {
        replayed: [dlq('mint.requested')],
        records: [replay('mint.requested'), dlq('mint.confirmed'), replay('mint.confirmed')],
      }),
      decidedBy: [{ record: 1 }, { record: 3 }],
    },
    {
      title: 'a replay of a DLQ record without an event id: it lies elsewhere than what failed',
      judge: told(replayKeyKept, {
        replayed: [dlq('mint.requested', unknownAt('mint.requested', 4))],
        records: [replay('mint.requested', { offset: 9 })],
      }),
      decidedBy: [{ record: 1 }],
    },
  ],
  failed: [
    {
      title: 'another key than the DLQ record has',
      judge: told(replayKeyKept, {
        replayed: [dlq('mint.requested', { key: 'case-7' })],
        records: [replay('mint.requested')],
      }),
      decidedBy: [{ record: 1, reason: 'replay-key-changed', detail: 'intent-1 ≠ case-7' }],
    },
    {
      title: 'a key that is not the intent, or none at all',
      judge: told(replayKeyKept, {
        replayed: 'absent',
        records: [
          replay('mint.requested', { key: 'case-7' }),
          replay('mint.requested', { key: null, value: { intentId: null } }),
        ],
      }),
      decidedBy: [
        { record: 1, reason: 'replay-key-changed', detail: 'case-7 ≠ intent-1' },
        { record: 2, reason: 'replay-key-changed', detail: 'null ≠ null' },
      ],
    },
    {
      title: 'a replay of what is in no DLQ, as under another intent',
      judge: told(replayKeyKept, {
        replayed: [dlq('mint.requested')],
        records: [replay('mint.requested', { key: 'intent-2', value: { intentId: 'intent-2' } })],
      }),
      decidedBy: [{ record: 1, reason: 'replay-of-nothing', detail: 'mint.requested#1' }],
    },
  ],
  warned: 'never',
  notRun: [
    {
      title:
        'a key that is the intent, where the replayed run is not here, though another replay has its DLQ record',
      judge: told(replayKeyKept, {
        replayed: 'absent',
        records: [replay('mint.requested'), dlq('mint.confirmed'), replay('mint.confirmed')],
      }),
      cause: 'replayed-run-absent',
    },
    {
      title: 'a key that is the intent, of a run that replays none and has no such DLQ record',
      judge: told(replayKeyKept, { records: [replay('mint.requested')] }),
      cause: 'no-such-records',
    },
    {
      title: 'a run that recorded no replays',
      judge: told(replayKeyKept, { run: { boundaries: ['publish'] }, records: [publish('mint.requested')] }),
      cause: 'boundary-not-recorded',
    },
    {
      title: 'a run that replayed nothing',
      judge: told(replayKeyKept, { records: [publish('mint.requested'), dlq('mint.requested')] }),
      cause: 'no-such-records',
    },
  ],
}
