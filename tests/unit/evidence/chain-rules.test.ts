import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chainOf } from '#features/evidence/chain-rules.ts'
import { BOUNDARIES, type Boundary, type EvidenceRecord } from '#features/evidence/record-model.ts'
import { type Scenario, simulatedReplay, simulatedRun } from '#tests/setup/simulated-runs.ts'

const scenario = (over: Partial<Scenario> = {}): Scenario => ({
  runId: 'run-1',
  intents: ['intent-1'],
  partitions: 3,
  failing: null,
  redeliveries: 1,
  ...over,
})

const shapeOf = (records: readonly EvidenceRecord[], boundaries: readonly Boundary[] = BOUNDARIES) => {
  const { steps, unreached } = chainOf(records, boundaries)
  return {
    steps: steps.map(({ topic, at, open }) => ({
      topic,
      counts: BOUNDARIES.map(boundary => at[boundary].length).join(' '),
      open,
    })),
    unreached,
  }
}

const without = (records: readonly EvidenceRecord[], drop: (record: EvidenceRecord) => boolean) =>
  records.filter(record => !drop(record))

const WHOLE = simulatedRun(scenario()).records
const FAILED = simulatedRun(scenario({ failing: 'mint.confirmed' }))

describe('the chain of an intent', () => {
  test('has its five events in their order, each sent, delivered twice, with one effect, and nothing open', () => {
    expect(shapeOf(WHOLE)).toEqual({
      steps: [
        'milestone.approved',
        'mint.requested',
        'mint.confirmed',
        'anchor.requested',
        'anchor.confirmed',
      ].map(topic => ({ topic, counts: '1 2 1 0 0', open: null })),
      unreached: [],
    })
  })

  test('that ends in the DLQ is open there, and says what it did not reach', () => {
    expect(shapeOf(FAILED.records)).toEqual({
      steps: [
        { topic: 'milestone.approved', counts: '1 2 1 0 0', open: null },
        { topic: 'mint.requested', counts: '1 2 1 0 0', open: null },
        { topic: 'mint.confirmed', counts: '1 3 0 1 0', open: 'replay' },
      ],
      unreached: ['anchor.requested', 'anchor.confirmed'],
    })
  })

  test('goes on in the run that replays it, and is whole', () => {
    const { records } = simulatedReplay(FAILED, scenario({ runId: 'run-2' }))
    const { steps, unreached } = shapeOf([...FAILED.records, ...records])
    expect(unreached).toEqual([])
    expect(steps.map(({ open }) => open)).toEqual([null, null, null, null, null])
    expect(steps[2]).toEqual({ topic: 'mint.confirmed', counts: '1 5 1 1 1', open: null })
  })

  test('takes a DLQ record without an event id for that of its source topic', () => {
    const nameless = FAILED.records.map(record =>
      record.boundary === 'dlq' ? { ...record, eventId: null } : record,
    )
    expect(shapeOf(nameless)).toEqual(shapeOf(FAILED.records))
  })

  test.for([
    { what: 'sent, not consumed', drop: ['consume', 'effect'], open: 'consume' },
    { what: 'consumed, without effect', drop: ['effect'], open: 'outcome' },
  ] as const)('is open where an event was $what', ({ drop, open }) => {
    const dropped = without(
      WHOLE,
      ({ boundary, topic }) =>
        topic === 'anchor.confirmed' && (drop as readonly Boundary[]).includes(boundary),
    )
    expect(shapeOf(dropped).steps.at(-1)?.open).toBe(open)
  })

  test('is open where what was replayed had no effect', () => {
    const { records } = simulatedReplay(FAILED, scenario({ runId: 'run-2' }))
    const [replay] = records.filter(({ boundary }) => boundary === 'replay')
    expect(shapeOf([...FAILED.records, ...(replay ? [replay] : [])]).steps.at(-1)?.open).toBe(
      'replay-outcome',
    )
  })

  test('is not open at a boundary that nobody recorded', () => {
    const published = WHOLE.filter(({ boundary }) => boundary === 'publish')
    expect(shapeOf(published, ['publish']).steps.every(({ open }) => open === null)).toBe(true)
  })

  test('loses no record, whatever they are', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...WHOLE, ...FAILED.records]), records => {
        const { steps } = chainOf(records, BOUNDARIES)
        const placed = steps.flatMap(({ at }) => BOUNDARIES.flatMap(boundary => at[boundary]))
        expect(new Set(placed)).toEqual(new Set(records))
        expect(placed).toHaveLength(records.length)
      }),
    )
  })
})
