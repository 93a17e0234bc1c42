import { describe, expect, test } from 'vitest'
import { createProfile } from '#features/evidence/profile-rules.ts'
import type { EvidenceRecord } from '#features/evidence/record-model.ts'
import { simulatedRun } from '#tests/setup/simulated-runs.ts'
import { inFeedOrder } from './feed.ts'

const { run, records } = simulatedRun({
  runId: 'run-1',
  intents: ['intent-1', 'intent-2'],
  partitions: 3,
  failing: 'mint.requested',
  redeliveries: 1,
})

function profileOf(of: readonly EvidenceRecord[]) {
  const profiling = createProfile(run)
  for (const { record } of inFeedOrder(of, [])) profiling.take(record)
  return profiling.profile()
}

/** Changes the records of one boundary. */
const changing = (boundary: string, over: Partial<EvidenceRecord>) =>
  records.map(record => (record.boundary === boundary ? { ...record, ...over } : record))

describe('the profile of a run', () => {
  test('has what must be alike in every environment', () => {
    const fields = ['eventId', 'intentId', 'occurredAt', 'payload', 'producer', 'schemaVersion']
    expect(profileOf(records)).toEqual({
      topics: ['milestone.approved', 'mint.requested'],
      contracts: ['milestone.approved@v1', 'mint.requested@v1'],
      keyIsIntent: true,
      policy: run.policy,
      fields: ['milestone.approved', 'mint.requested'].flatMap(topic =>
        fields.map(field => `${topic}: ${field}`),
      ),
      // Of milestone.approved twice, of mint.requested one of three attempts.
      receivedPerIntent: [3],
    })
  })

  test('names the fields of payloads', () => {
    const value = { payload: { amount: '1', unit: 'GEL' } }
    const { fields } = profileOf(changing('publish', { value }))
    expect(fields).toContain('mint.requested: payload.amount')
    expect(fields).toContain('mint.requested: payload.unit')
  })

  test('has each number of deliveries that an intent had, and none for those without', () => {
    const [first] = records.filter(
      ({ boundary, intentId }) => boundary === 'consume' && intentId === 'intent-2',
    )
    const silent = records.filter(
      ({ boundary, intentId }) => boundary !== 'consume' || intentId !== 'intent-1',
    )
    expect(profileOf(records.filter(record => record !== first)).receivedPerIntent).toEqual([2, 3])
    expect(profileOf(silent).receivedPerIntent).toEqual([3])
  })

  test.for<[string, Partial<EvidenceRecord>]>([
    ['another key', { key: 'case-7' }],
    ['neither key nor intent', { key: null, intentId: null }],
  ])('says of %s that not every key is its intent, wherever it stands', ([, over]) => {
    for (const boundary of ['publish', 'consume'])
      expect(profileOf(changing(boundary, over)).keyIsIntent).toBe(false)
    expect(profileOf(changing('effect', over)).keyIsIntent).toBe(true)
  })

  test('says nothing of a run that sent and received nothing', () => {
    expect(profileOf(records.filter(({ boundary }) => boundary === 'dlq'))).toMatchObject({
      topics: [],
      contracts: [],
      keyIsIntent: null,
      fields: [],
      receivedPerIntent: [],
    })
  })

  test('stays small whatever the names are', () => {
    const value = {
      ['a'.repeat(60_000)]: 1,
      ...Object.fromEntries(Array.from({ length: 9000 }, (_, index) => [index, 1])),
    }
    const { fields } = profileOf(changing('publish', { value }))
    expect(fields.length).toBeLessThanOrEqual(4096)
    expect(Math.max(...fields.map(({ length }) => length))).toBeLessThanOrEqual(300)
  })
})
