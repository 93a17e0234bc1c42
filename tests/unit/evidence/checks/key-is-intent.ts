import { keyIsIntent } from '#features/evidence/checks/key-is-intent.ts'
import type { CheckExamples } from './example.ts'
import { consume, dlq, effect, publish, told } from './story.ts'

export const keyIsIntentExamples: CheckExamples = {
  passed: [
    {
      title: 'records of every boundary under their intent',
      judge: told(keyIsIntent, {
        records: [publish('mint.requested'), effect('mint.requested'), dlq('mint.requested')],
      }),
      decidedBy: [{ record: 1 }, { record: 2 }, { record: 3 }],
    },
  ],
  failed: [
    {
      title: 'another key, a key that is null, and a value without an intent',
      judge: told(keyIsIntent, {
        records: [
          publish('mint.requested', { key: 'case-7' }),
          consume('mint.requested', { key: null }),
          effect('mint.requested', { value: { intentId: undefined } }),
          dlq('mint.requested'),
        ],
      }),
      decidedBy: [
        { record: 1, reason: 'key-not-intent', detail: 'case-7 ≠ intent-1' },
        { record: 2, reason: 'key-not-intent', detail: 'null ≠ intent-1' },
        { record: 3, reason: 'key-not-intent', detail: 'intent-1 ≠ null' },
      ],
    },
    {
      title: 'a key and an intent that are both missing: they are not equal, they are absent',
      judge: told(keyIsIntent, {
        records: [publish('mint.requested', { key: null, value: { intentId: null } })],
      }),
      decidedBy: [{ record: 1, reason: 'key-not-intent', detail: 'null ≠ null' }],
    },
    {
      title: 'an empty key of an empty intent',
      judge: told(keyIsIntent, {
        records: [publish('mint.requested', { key: '', value: { intentId: '' } })],
      }),
      decidedBy: [{ record: 1, reason: 'key-not-intent', detail: ' ≠ null' }],
    },
  ],
  warned: 'never',
  notRun: [
    {
      title: 'a run without records',
      judge: told(keyIsIntent, { records: [] }),
      cause: 'no-such-records',
    },
  ],
}
