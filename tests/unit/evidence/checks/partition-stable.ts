import { partitionStable } from '#features/evidence/checks/partition-stable.ts'
import type { CheckExamples } from './example.ts'
import { consume, dlq, effect, publish, told } from './story.ts'

const broker = { kind: 'apache-kafka', version: '4.1.0', partitions: { 'mint.requested': 6 } }

export const partitionStableExamples: CheckExamples = {
  passed: [
    {
      title: 'the partition that murmur2 gives a key among six',
      judge: told(partitionStable, {
        run: { broker },
        records: [publish('mint.requested', { partition: 2 }), consume('mint.requested', { partition: 2 })],
      }),
      decidedBy: [{ record: 1 }, { record: 2 }],
    },
    {
      title: 'any one partition a topic where their number is not known, topics each on their own',
      judge: told(partitionStable, {
        records: [
          publish('mint.requested', { partition: 9 }),
          consume('mint.requested', { partition: 9 }),
          dlq('mint.requested', { partition: 1 }),
        ],
      }),
      decidedBy: [{ record: 1 }, { record: 2 }, { record: 3 }],
    },
  ],
  failed: [
    {
      title: 'the key of one intent on records of another, beside its own',
      judge: told(partitionStable, {
        records: [
          publish('mint.requested', { key: 'intent-2', partition: 3 }),
          publish('mint.requested', { key: 'intent-2', partition: 4 }),
          publish('mint.requested', { key: 'intent-2', partition: 5, value: { intentId: 'intent-2' } }),
        ],
      }),
      decidedBy: [{ record: 2, reason: 'partition-moved', detail: '4 ≠ 3' }],
    },
    {
      title: 'another partition than murmur2 gives',
      judge: told(partitionStable, {
        run: { broker },
        records: [publish('mint.requested', { partition: 2 }), consume('mint.requested', { partition: 5 })],
      }),
      decidedBy: [{ record: 2, reason: 'partition-not-murmur2', detail: '5 ≠ 2' }],
    },
    {
      title: 'a key that moves, also one that is no intent',
      judge: told(partitionStable, {
        records: [
          publish('mint.requested', { partition: 3 }),
          publish('mint.requested', { partition: 4 }),
          publish('mint.confirmed', { key: 'case-7', partition: 1 }),
          publish('mint.confirmed', { key: 'case-7', partition: 2, value: { intentId: 'intent-2' } }),
        ],
      }),
      decidedBy: [
        { record: 2, reason: 'partition-moved', detail: '4 ≠ 3' },
        { record: 4, reason: 'partition-moved', detail: '2 ≠ 1' },
      ],
    },
  ],
  warned: 'never',
  notRun: [
    {
      title: 'a run without a broker',
      judge: told(partitionStable, {
        run: { broker: null },
        records: [publish('mint.requested', { partition: null, offset: null })],
      }),
      cause: 'no-broker',
    },
    {
      title: 'records without key or partition, and effects, which lie on none',
      judge: told(partitionStable, {
        records: [
          publish('mint.requested', { partition: null }),
          publish('mint.requested', { key: null }),
          effect('mint.requested'),
        ],
      }),
      cause: 'no-such-records',
    },
  ],
}
