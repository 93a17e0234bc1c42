import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asScope } from '#features/access/as-scope.ts'
import type { Scope } from '#features/access/scope-model.ts'
import { EVERY_RECORD, type RecordFilter } from '#features/evidence/record-filter-model.ts'
import { BOUNDARIES, type EvidenceRecord } from '#features/evidence/record-model.ts'
import { readRecord } from '#features/evidence/record-queries.ts'
import { readRecords, readRunPlace } from '#features/evidence/records-queries.ts'
import type { RunPlace } from '#features/evidence/run-place-model.ts'
import { asReviewer, readAsPortal } from '#tests/integration/evidence/read-as-portal.ts'
import { writeBundle } from '#tests/setup/bundle-folder.ts'
import { type SimulatedRun, simulatedRun } from '#tests/setup/simulated-runs.ts'

/** Who sees all of a run. */

const simulated = (runId: string): SimulatedRun =>
  simulatedRun({
    runId,
    intents: ['intent-1', 'intent-2', 'intent-3', 'intent-4', 'intent-5'],
    partitions: 3,
    failing: 'mint.confirmed',
    redeliveries: 1,
  })

const RUN = simulated('smoke-1')

let place: RunPlace
let close: () => Promise<void>

beforeAll(async () => {
  close = await readAsPortal(evidence => {
    writeBundle(evidence, RUN)
    // A neighbour, so that a query that forgot the run would find more.
    writeBundle(evidence, simulated('smoke-2'))
  })
  const found = await asReviewer(() => readRunPlace('smoke-1'))
  if (!found) throw new Error('the run is not there')
  place = found
})

afterAll(() => close())

const isLeft = (filter: RecordFilter) => (record: EvidenceRecord) =>
  (filter.boundary === null || record.boundary === filter.boundary) &&
  (filter.topic === null || record.topic === filter.topic) &&
  (filter.partition === null || record.partition === filter.partition) &&
  (filter.intent === null || (record.intentId ?? record.key) === filter.intent) &&
  (filter.event === null || record.eventId === filter.event)

const orNull = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: null })
const valuesOf = <T>(of: (record: EvidenceRecord) => T): T[] => [...new Set(RUN.records.map(of))]

const filters: fc.Arbitrary<RecordFilter> = fc.record({
  boundary: orNull(BOUNDARIES),
  topic: orNull([...valuesOf(({ topic }) => topic), 'no-such-topic']),
  partition: orNull([0, 1, 2, 3]),
  intent: orNull([...valuesOf(({ intentId }) => intentId), 'no-such-intent']),
  event: orNull([...valuesOf(({ eventId }) => eventId), 'no-such-event']),
})

/** What an owner sees of a record. */
function envelopeOf(record: EvidenceRecord): EvidenceRecord {
  const { payload: _, reason: __, ...value } = record.value
  return { ...record, headers: {}, value }
}

async function pages(filter: RecordFilter, most: number, scope: Scope = 'reviewer') {
  const found: EvidenceRecord[] = []
  let after: number | null = 0
  let count: number | null = null
  while (after !== null) {
    const from: number = after
    const page = await asScope(scope, () => readRecords(place, filter, from, most))
    expect(page.records.length).toBeLessThanOrEqual(most)
    found.push(...page.records)
    after = page.next
    count = page.count
  }
  return { found, count }
}

describe('the records of a run', () => {
  test('come page by page through any filter: those that match, in order, each once', async () => {
    await fc.assert(
      fc.asyncProperty(filters, fc.integer({ min: 1, max: 40 }), async (filter, most) => {
        const { found, count } = await pages(filter, most)
        const expected = RUN.records.filter(isLeft(filter))
        expect(found).toEqual(expected)
        if (count !== null) expect(count).toBe(expected.length)
      }),
      { numRuns: 150 },
    )
  })

  test('are all there without a filter, and counted', async () => {
    expect(await pages(EVERY_RECORD, 1000)).toEqual({ found: RUN.records, count: RUN.records.length })
  })

  test('come to an owner through any filter as to a reviewer, but for what they carry', async () => {
    await fc.assert(
      fc.asyncProperty(filters, fc.integer({ min: 1, max: 40 }), async (filter, most) => {
        const { found } = await pages(filter, most, 'owner')
        expect(found).toEqual(RUN.records.filter(isLeft(filter)).map(envelopeOf))
      }),
      { numRuns: 50 },
    )
  })

  test('come to a guest through no filter', async () => {
    const filter = { ...EVERY_RECORD, intent: 'intent-1' }
    for (const asked of [EVERY_RECORD, filter])
      expect(await pages(asked, 40, 'guest')).toEqual({ found: [], count: null })
  })

  test('are a record each for those who see them, and nothing for a guest', async () => {
    const [first] = RUN.records
    const read = (scope: Scope, number: string) => asScope(scope, () => readRecord('smoke-1', number))
    expect(await read('reviewer', '1')).toMatchObject({ sight: 'whole', record: first, lineNumber: 1 })
    expect(await read('owner', '1')).toMatchObject({
      sight: 'envelope',
      record: first && envelopeOf(first),
      file: 'records.jsonl',
      lineNumber: 1,
    })
    expect(await read('guest', '1')).toBeNull()
    for (const scope of ['guest', 'owner', 'reviewer'] as const)
      expect(await read(scope, String(RUN.records.length + 1))).toBeNull()
  })

  test('of a run that is not there are not found', async () => {
    expect(await asReviewer(() => readRunPlace('no-such-run'))).toBeNull()
  })
})
