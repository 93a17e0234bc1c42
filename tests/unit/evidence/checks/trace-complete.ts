import { traceComplete } from '#features/evidence/checks/trace-complete.ts'
import type { CheckExamples } from './example.ts'
import { consume, effect, publish, replay, told } from './story.ts'

export const traceCompleteExamples: CheckExamples = {
  passed: [
    {
      title: 'a publish and a consume with all five fields',
      judge: told(traceComplete, { records: [publish('mint.requested'), consume('mint.requested')] }),
      decidedBy: [{ record: 1 }, { record: 2 }],
    },
  ],
  failed: [
    {
      title: 'what it sees, also in a run that recorded nothing coming in',
      judge: told(traceComplete, {
        run: { boundaries: ['publish'] },
        records: [publish('mint.requested', { eventId: null, value: { eventId: undefined } })],
      }),
      decidedBy: [{ record: 1, reason: 'field-missing', detail: 'eventId' }],
    },
    {
      title: 'each that lacks any, naming all it lacks',
      judge: told(traceComplete, {
        records: [
          publish('mint.requested', { partition: null, offset: null }),
          consume('mint.requested', { eventId: null, value: { intentId: undefined } }),
          consume('mint.requested'),
        ],
      }),
      decidedBy: [
        { record: 1, reason: 'field-missing', detail: 'partition, offset' },
        { record: 2, reason: 'field-missing', detail: 'intentId, eventId' },
      ],
    },
  ],
  warned: 'never',
  notRun: [
    {
      title: 'events that went out, of a run that recorded nothing coming in',
      judge: told(traceComplete, { run: { boundaries: ['publish'] }, records: [publish('mint.requested')] }),
      cause: 'boundary-not-recorded',
    },
    {
      title: 'events that came in, of a run that recorded nothing going out',
      judge: told(traceComplete, { run: { boundaries: ['consume'] }, records: [consume('mint.requested')] }),
      cause: 'boundary-not-recorded',
    },
    {
      title: 'a run without a broker, which has neither partitions nor offsets',
      judge: told(traceComplete, { run: { broker: null }, records: [publish('mint.requested')] }),
      cause: 'no-broker',
    },
    {
      title: 'a run that recorded neither publish nor consume',
      judge: told(traceComplete, {
        run: { boundaries: ['effect'] },
        records: [effect('mint.requested')],
      }),
      cause: 'boundary-not-recorded',
    },
    {
      title: 'a run without either',
      judge: told(traceComplete, { records: [replay('mint.requested')] }),
      cause: 'no-such-records',
    },
  ],
}
