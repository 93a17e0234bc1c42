import { effectOnce } from '#features/evidence/checks/effect-once.ts'
import type { CheckExamples } from './example.ts'
import { consume, dlq, effect, publish, replay, told, unknownAt } from './story.ts'

export const effectOnceExamples: CheckExamples = {
  passed: [
    {
      title: 'one effect of an event that was delivered again, also to another process after a crash',
      judge: told(effectOnce, {
        records: [
          consume('mint.requested'),
          effect('mint.requested'),
          consume('mint.requested'),
          consume('mint.requested', { process: 'process-2', seq: 0 }),
        ],
      }),
      decidedBy: [{ record: 2 }],
    },
    {
      title: 'an event that failed, went to the DLQ and had its effect when it was replayed',
      judge: told(effectOnce, {
        records: [
          consume('mint.requested'),
          dlq('mint.requested'),
          replay('mint.requested'),
          consume('mint.requested'),
          effect('mint.requested'),
        ],
      }),
      decidedBy: [{ record: 5 }],
    },
    {
      title: 'an event in the DLQ without effect',
      judge: told(effectOnce, {
        records: [consume('mint.requested'), dlq('mint.requested', { eventId: null })],
      }),
      decidedBy: [{ record: 1 }],
    },
    {
      title: 'events without an id that are told by where they lie',
      judge: told(effectOnce, {
        records: [
          consume('mint.requested', { eventId: null, offset: 4 }),
          effect('mint.requested', { eventId: null, offset: 4 }),
        ],
      }),
      decidedBy: [{ record: 2 }],
    },
  ],
  failed: [
    {
      title: 'a second effect, at the record of the second',
      judge: told(effectOnce, {
        records: [
          consume('mint.requested'),
          effect('mint.requested'),
          consume('mint.requested'),
          effect('mint.requested'),
        ],
      }),
      decidedBy: [{ record: 4, reason: 'second-effect', detail: 'mint.requested#1' }],
    },
    {
      title: 'an event without effect that is not in the DLQ',
      judge: told(effectOnce, { records: [consume('mint.requested'), dlq('mint.confirmed')] }),
      decidedBy: [{ record: 1, reason: 'no-effect', detail: 'mint.requested#1' }],
    },
    {
      title: 'the effect of an event that nobody consumed',
      judge: told(effectOnce, {
        records: [consume('mint.requested'), effect('mint.requested'), effect('mint.confirmed')],
      }),
      decidedBy: [{ record: 3, reason: 'effect-unconsumed', detail: 'mint.confirmed#1' }],
    },
    {
      title: 'an event without effect beside a DLQ record of something else of its intent',
      judge: told(effectOnce, {
        records: [
          consume('mint.requested', { offset: 4 }),
          dlq('mint.requested', unknownAt('mint.requested', 5)),
        ],
      }),
      decidedBy: [{ record: 1, reason: 'no-effect', detail: 'mint.requested#1' }],
    },
  ],
  warned: 'never',
  notRun: [
    {
      title: 'a run that recorded no effects',
      judge: told(effectOnce, {
        run: { boundaries: ['publish', 'consume'] },
        records: [consume('mint.requested')],
      }),
      cause: 'boundary-not-recorded',
    },
    {
      title: 'a run that consumed nothing',
      judge: told(effectOnce, { records: [publish('mint.requested')] }),
      cause: 'no-such-records',
    },
  ],
}
