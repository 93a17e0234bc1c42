import { envelopeComplete } from '#features/evidence/checks/envelope-complete.ts'
import type { CheckExamples } from './example.ts'
import { consume, dlq, effect, publish, replay, told } from './story.ts'

export const envelopeCompleteExamples: CheckExamples = {
  passed: [
    {
      title: 'a replay and what came in of it',
      judge: told(envelopeComplete, {
        run: { boundaries: ['replay', 'consume'] },
        records: [replay('mint.requested'), consume('mint.requested')],
      }),
      decidedBy: [{ record: 1 }, { record: 2 }],
    },
    {
      title: 'events that have all six fields, whichever way they pass',
      judge: told(envelopeComplete, {
        records: [publish('mint.requested'), consume('mint.requested'), replay('mint.requested')],
      }),
      decidedBy: [{ record: 1 }, { record: 2 }, { record: 3 }],
    },
    {
      title: 'fields beyond the six, and records that are no events',
      judge: told(envelopeComplete, {
        records: [
          dlq('mint.requested'),
          effect('mint.requested', { value: { producer: undefined } }),
          publish('mint.requested', { value: { traceId: 't-1' } }),
        ],
      }),
      decidedBy: [{ record: 3 }],
    },
  ],
  failed: [
    {
      title: 'what it sees, also in a run that recorded nothing coming in',
      judge: told(envelopeComplete, {
        run: { boundaries: ['publish'] },
        records: [publish('mint.requested', { eventId: null, value: { eventId: undefined } })],
      }),
      decidedBy: [{ record: 1, reason: 'field-missing', detail: 'eventId' }],
    },
    {
      title: 'an event that lacks fields, even if another field is null',
      judge: told(envelopeComplete, {
        records: [
          publish('mint.requested'),
          consume('mint.requested', {
            value: { producer: undefined, payload: undefined, schemaVersion: null },
          }),
        ],
      }),
      decidedBy: [{ record: 2, reason: 'field-missing', detail: 'producer, payload' }],
    },
  ],
  warned: [
    {
      title: 'a field that is null',
      judge: told(envelopeComplete, { records: [publish('mint.requested', { value: { producer: null } })] }),
      decidedBy: [{ record: 1, reason: 'field-null', detail: 'producer' }],
    },
  ],
  notRun: [
    {
      title: 'events that went out, of a run that recorded nothing coming in',
      judge: told(envelopeComplete, {
        run: { boundaries: ['publish'] },
        records: [publish('mint.requested')],
      }),
      cause: 'boundary-not-recorded',
    },
    {
      title: 'events that came in, of a run that recorded nothing going out',
      judge: told(envelopeComplete, {
        run: { boundaries: ['consume'] },
        records: [consume('mint.requested')],
      }),
      cause: 'boundary-not-recorded',
    },
    {
      title: 'a run that recorded no events',
      judge: told(envelopeComplete, {
        run: { boundaries: ['effect', 'dlq'] },
        records: [effect('mint.requested')],
      }),
      cause: 'boundary-not-recorded',
    },
    {
      title: 'a run without any',
      judge: told(envelopeComplete, { records: [dlq('mint.requested')] }),
      cause: 'no-such-records',
    },
  ],
}
