import { schemaValid } from '#features/evidence/checks/schema-valid.ts'
import type { CheckExamples } from './example.ts'
import { consume, dlq, effect, publish, told } from './story.ts'

export const schemaValidExamples: CheckExamples = {
  passed: [
    {
      title: 'values as their contracts have them, with fields that no contract names',
      judge: told(schemaValid, {
        records: [
          publish('mint.requested', { value: { payload: { amount: '12.50', colour: 'red' } } }),
          consume('kes.orchestrator.events', { value: { payload: { source: 'case' } } }),
        ],
      }),
      decidedBy: [{ record: 1 }, { record: 2 }],
    },
    {
      title: 'a DLQ record without schemaVersion, as the first ones were written',
      judge: told(schemaValid, { records: [dlq('mint.requested', { eventId: null })] }),
      decidedBy: [{ record: 1 }],
    },
  ],
  failed: [
    {
      title: 'a payload that its contract does not allow',
      judge: told(schemaValid, {
        records: [
          publish('mint.requested', { value: { payload: { amount: 12.5 } } }),
          publish('mint.requested'),
        ],
      }),
      decidedBy: [
        { record: 1, reason: 'schema-violated', detail: 'mint.requested@v1/payload/amount must be string' },
      ],
    },
    {
      title: 'a version that no contract has, a topic that none has, and a version that is no text',
      judge: told(schemaValid, {
        records: [
          publish('mint.requested', { value: { schemaVersion: 'v9' } }),
          consume('mint.cancelled'),
          consume('mint.requested', { value: { schemaVersion: { toString: 1 } } }),
        ],
      }),
      decidedBy: [
        { record: 1, reason: 'contract-unknown', detail: 'mint.requested@v9' },
        { record: 2, reason: 'contract-unknown', detail: 'mint.cancelled@v1' },
        { record: 3, reason: 'contract-unknown', detail: 'mint.requested@null' },
      ],
    },
  ],
  warned: 'never',
  notRun: [
    {
      title: 'a run that recorded effects alone',
      judge: told(schemaValid, {
        run: { boundaries: ['effect'] },
        records: [effect('mint.requested')],
      }),
      cause: 'boundary-not-recorded',
    },
    {
      title: 'a run without values on topics',
      judge: told(schemaValid, { records: [effect('mint.requested')] }),
      cause: 'no-such-records',
    },
  ],
}
