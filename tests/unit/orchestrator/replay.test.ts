import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dlqRecordOf } from '#orchestrator/dlq-rules.ts'
import { findReplayed } from '#orchestrator/replay/find-replayed.ts'
import { planReplay, planReplays } from '#orchestrator/replay/plan-rules.ts'
import { readBundle } from '#orchestrator/replay/read-bundle.ts'
import type { DeadRecord, ReplayPlan } from '#orchestrator/replay/replay-model.ts'
import { anyEvent, delivery, event } from './events.ts'
import { temporaryFolder } from './temporary.ts'

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
          input: {
            topic: 'mint.requested',
            key: sent.intentId,
            value: JSON.stringify(sent),
            eventId: sent.eventId,
            headers: {},
          },
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
      'masked',
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

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A bundle whose only line is this. */
function bundleOf(evidence: string, runId: string, line = '{}'): string {
  const folder = path.join(evidence, 'dev', runId)
  const records = `${line}\n`
  const run = {
    schemaVersion: '1',
    runId,
    kind: 'single-operator-e2e',
    environment: 'dev',
    subject: { repository: 'mza', commit: 'a1b2c3d4' },
    startedAt: '2026-03-04T10:00:00Z',
    finishedAt: '2026-03-04T10:00:00Z',
    command: 'x',
    broker: null,
    policy: null,
    boundaries: ['dlq'],
    controlledFailureTopic: null,
    replays: [],
    claims: {},
    files: [{ name: 'records.jsonl', sha256: sha256(records), bytes: Buffer.byteLength(records) }],
  }
  fs.mkdirSync(folder, { recursive: true })
  fs.writeFileSync(path.join(folder, 'records.jsonl'), records)
  fs.writeFileSync(path.join(folder, 'run.json'), JSON.stringify(run))
  return folder
}

describe('the bundles of what is replayed', () => {
  test('are all named', () => {
    const evidence = temporaryFolder()
    for (const runId of ['one', 'two']) bundleOf(evidence, runId)
    const named = findReplayed(evidence, new Set(['one', 'two']), null)
    expect(named.map(({ runId }) => runId)).toEqual(['one', 'two'])
  })

  test.each<[string, readonly (string | null)[]]>([
    ['one has no bundle', ['one', 'under-way']],
    ['nobody knows the run of one', ['one', null]],
    ['they are more than run.json may name', Array.from({ length: 17 }, (_, number) => `run-${number}`)],
  ])('are not named where %s: the others would be replays of nothing', (_, runIds) => {
    const evidence = temporaryFolder()
    for (const runId of runIds) if (runId && runId !== 'under-way') bundleOf(evidence, runId)
    expect(findReplayed(evidence, new Set(runIds), null)).toEqual([])
  })

  test('are refused with file and line where a line is no record', () => {
    const folder = bundleOf(temporaryFolder(), 'one', '{"boundary":"dlq"}')
    expect(() => readBundle(folder)).toThrow(/records\.jsonl:1 is no record/)
  })
})
