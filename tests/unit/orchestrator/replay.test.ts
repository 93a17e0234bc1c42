import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dlqRecordOf } from '#orchestrator/dlq-rules.ts'
import { planReplay, planReplays } from '#orchestrator/replay/plan-rules.ts'
import type { DeadRecord, ReplayPlan } from '#orchestrator/replay/replay-model.ts'
import { anyEvent, delivery, event } from './events.ts'

const FAILURE = { reason: 'closed', failedAt: '2026-03-04T10:00:00.000Z', runId: 'run-1' }

/** The DLQ's record of an event that failed on `mint.requested`. */
const dead = (sent = event(), over: object = {}): DeadRecord => {
  const failed = delivery(sent, { topic: 'mint.requested', key: sent.intentId })
  return { key: sent.intentId, value: { ...dlqRecordOf(failed, { ...sent }, FAILURE), ...over } }
}

const never = () => false
const reasons = (plans: readonly ReplayPlan[]): string[] =>
  plans.map(plan => (plan.kind === 'skip' ? plan.reason : plan.eventId))

describe('a replay', () => {
  test('sends any event again as it was, to its topic and under its key', () => {
    fc.assert(
      fc.property(anyEvent, sent => {
        expect(planReplay(dead(sent))).toEqual({
          kind: 'replay',
          input: { topic: 'mint.requested', key: sent.intentId, value: JSON.stringify(sent), headers: {} },
          eventId: sent.eventId,
          runId: 'run-1',
        })
      }),
    )
  })

  test.each<[string, DeadRecord, string]>([
    ['a record that is none', { key: 'intent-1', value: 'text' }, 'breaks-contract'],
    ['a record against its contract', dead(event(), { reason: 7 }), 'breaks-contract'],
    [
      'a record of the original scripts, which have no event',
      dead(event(), { original: undefined }),
      'without-original',
    ],
    [
      'a masked original',
      dead(event(), { original: { key: 'intent-1', value: '<masked>', isCut: false } }),
      'no-event',
    ],
    [
      'a part of a value',
      dead(event(), { original: { key: 'intent-1', value: '{', isCut: true } }),
      'no-event',
    ],
    ['another key than the intentId', { ...dead(), key: 'intent-2' }, 'key-mismatch'],
    [
      'an original under another key',
      dead(event(), { original: { key: 'x', value: JSON.stringify(event()), isCut: false } }),
      'key-mismatch',
    ],
    ['an original of another intent', dead(event(), { intentId: 'intent-2' }), 'key-mismatch'],
  ])('does not send %s', (_, record, reason) => {
    expect(planReplay(record)).toMatchObject({ kind: 'skip', reason })
  })

  test('sends an event that was given up twice once, by its newest record', () => {
    const plans = planReplays([dead(), dead(event(), { runId: 'run-2' })], never)
    expect(reasons(plans)).toEqual(['given-up-again', 'event-1'])
    expect(plans[1]).toMatchObject({ runId: 'run-2' })
  })

  test('does not send what has had its effect', () => {
    const other = event({ eventId: 'event-2' })
    const plans = planReplays(
      [dead(), dead(other)],
      (topic, id) => topic === 'mint.requested' && id === 'event-2',
    )
    expect(reasons(plans)).toEqual(['event-1', 'has-effect'])
  })
})
