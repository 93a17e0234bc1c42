import { retryPolicy } from '#features/evidence/checks/retry-policy.ts'
import { POLICY } from '#tests/setup/simulated-runs.ts'
import type { CheckExamples } from './example.ts'
import { consume, dlq, effect, told } from './story.ts'

/** Three attempts, 5 s each; waits of 100 ms and 200 ms, a fifth up or down. */
const attempt = (number: number, time: number) => consume('mint.requested', { attempt: number, time })

export const retryPolicyExamples: CheckExamples = {
  passed: [
    {
      title: 'attempts and waits as the policy has them, the shortest and the longest',
      judge: told(retryPolicy, {
        records: [attempt(1, 0), attempt(2, 79), attempt(3, 79 + 5000 + 240 + 1000)],
      }),
      decidedBy: [{ record: 1 }, { record: 2 }, { record: 3 }],
    },
    {
      title: 'an event that begins anew when it is delivered again, also to another process',
      judge: told(retryPolicy, {
        records: [
          attempt(1, 0),
          attempt(2, 100),
          attempt(1, 200),
          attempt(2, 300),
          ...[1, 2, 3].map(number =>
            consume('mint.requested', { process: 'process-2', attempt: number, time: 100 * 2 ** number }),
          ),
          dlq('mint.requested', { process: 'process-2' }),
        ],
      }),
      decidedBy: [{ record: 1 }, { record: 2 }, { record: 3 }],
    },
    {
      title: 'attempts in whatever order they were written down',
      judge: told(retryPolicy, {
        records: [
          consume('mint.requested', { attempt: 2, seq: 8, time: 100 }),
          consume('mint.requested', { attempt: 1, seq: 3, time: 0 }),
        ],
      }),
      decidedBy: [{ record: 2 }, { record: 1 }],
    },
    {
      title: 'an event that was given up after the only attempt that it may have',
      judge: told(retryPolicy, {
        run: { policy: { ...POLICY, maxAttempts: 1 } },
        records: [consume('mint.requested'), dlq('mint.requested')],
      }),
      decidedBy: [{ record: 1 }],
    },
  ],
  failed: [
    {
      title: 'an attempt too many',
      judge: told(retryPolicy, {
        records: [attempt(1, 0), attempt(2, 100), attempt(3, 300), attempt(4, 700)],
      }),
      decidedBy: [{ record: 4, reason: 'attempts-exceeded', detail: '4 > 3' }],
    },
    {
      title: 'an attempt that is left out, also the first',
      judge: told(retryPolicy, {
        records: [
          attempt(1, 0),
          attempt(3, 300),
          consume('mint.confirmed', { attempt: 2 }),
          consume('mint.confirmed', { attempt: 2 }),
        ],
      }),
      decidedBy: [
        { record: 2, reason: 'attempt-skipped', detail: '1 → 3' },
        { record: 3, reason: 'attempt-skipped', detail: '0 → 2' },
        { record: 4, reason: 'attempt-skipped', detail: '2 → 2' },
      ],
    },
    {
      title: 'a wait that is too short',
      judge: told(retryPolicy, { records: [attempt(1, 0), attempt(2, 78)] }),
      decidedBy: [{ record: 2, reason: 'retried-too-soon', detail: '78 ms < 79 ms' }],
    },
    {
      title: 'a wait that is too long',
      judge: told(retryPolicy, { records: [attempt(1, 0), attempt(2, 6121)] }),
      decidedBy: [{ record: 2, reason: 'retried-too-late', detail: '6121 ms > 6120 ms' }],
    },
    {
      title: 'events without an id each on their own',
      judge: told(retryPolicy, {
        records: [
          consume('mint.requested', { eventId: null, offset: 1 }),
          consume('mint.requested', { eventId: null, offset: 2, attempt: 2 }),
        ],
      }),
      decidedBy: [{ record: 2, reason: 'attempt-skipped', detail: '0 → 2' }],
    },
  ],
  warned: [
    {
      title: 'an event that was given up before its last attempt, whatever was tried after that',
      judge: told(retryPolicy, {
        records: [attempt(1, 0), attempt(2, 100), dlq('mint.requested'), attempt(1, 300)],
      }),
      decidedBy: [{ record: 3, reason: 'given-up-early', detail: '2 < 3' }],
    },
  ],
  notRun: [
    {
      title: 'a run that recorded nothing coming in',
      judge: told(retryPolicy, { run: { boundaries: ['effect'] }, records: [effect('mint.requested')] }),
      cause: 'boundary-not-recorded',
    },
    {
      title: 'a run that recorded no policy',
      judge: told(retryPolicy, { run: { policy: null }, records: [attempt(1, 0), attempt(2, 100)] }),
      cause: 'no-policy',
    },
    {
      title: 'a run in which everything succeeded at once',
      judge: told(retryPolicy, { records: [consume('mint.requested'), effect('mint.requested')] }),
      cause: 'no-such-records',
    },
  ],
}
