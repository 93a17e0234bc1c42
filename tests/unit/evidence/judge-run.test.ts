import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CHECK_CODES } from '#features/evidence/check-code-model.ts'
import { CHECKS } from '#features/evidence/checks/index.ts'
import { type Scenario, simulatedReplay, simulatedRun } from '#tests/setup/simulated-runs.ts'
import { checksFound, judge } from './judge.ts'
import { MUTATIONS, type Mutation } from './mutations.ts'
import { ODDITIES } from './oddities.ts'

const intents = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 })

const scenarios = fc.record<Scenario>({
  runId: fc.constant('smoke-1'),
  intents,
  partitions: fc.integer({ min: 1, max: 12 }),
  failing: fc.constant(null),
  redeliveries: fc.integer({ min: 0, max: 2 }),
})

const failing = (scenario: Scenario): Scenario => ({
  ...scenario,
  runId: 'failure-1',
  failing: 'mint.requested',
})

/** The correct run that a mutation is of, and what that replays. */
function correct(of: Mutation['of'], scenario: Scenario) {
  if (of === 'success') return { simulated: simulatedRun(scenario) }
  const failed = simulatedRun(failing(scenario))
  if (of === 'failure') return { simulated: failed }
  return { simulated: simulatedReplay(failed, { ...scenario, runId: 'replay-1' }), replayed: failed }
}

describe('the checks', () => {
  test('are those that a document may ask for', () => {
    expect([...CHECKS.map(({ code }) => code), 'environment-parity'].sort()).toEqual([...CHECK_CODES].sort())
  })

  test('find nothing wrong in a correct run', () => {
    fc.assert(
      fc.property(scenarios, fc.constantFrom('success', 'failure', 'replay'), (scenario, of) => {
        const { simulated, replayed } = correct(of, scenario)
        expect(checksFound(judge(simulated, replayed), 'failed', 'warned')).toEqual([])
      }),
    )
  })

  test.for(ODDITIES)('find nothing wrong in a run $title', ({ of, vary }) => {
    fc.assert(
      fc.property(scenarios, scenario => {
        const { simulated } = correct(of, scenario)
        expect(checksFound(judge(vary(simulated)), 'failed')).toEqual([])
      }),
    )
  })

  test('judge whatever stands in the values', () => {
    const value = fc.dictionary(
      fc.constantFrom(
        ...['schemaVersion', 'eventId', 'intentId', 'payload', 'sourceTopic', 'reason', 'origin', 'original'],
      ),
      fc.oneof(fc.jsonValue(), fc.constant({ toString: 1, valueOf: 1 })),
    )
    fc.assert(
      fc.property(scenarios, fc.array(value, { minLength: 1 }), (scenario, values) => {
        const { simulated } = correct('failure', scenario)
        const records = simulated.records.map((record, index) => ({
          ...record,
          value: values[index % values.length] ?? {},
        }))
        const judged = judge({ run: simulated.run, records })
        expect(checksFound(judged, 'failed')).toContain('schema-valid')
        // As the database keeps it.
        expect(JSON.stringify([...judged.judgements.values()]).length).toBeLessThan(200_000)
      }),
    )
  })

  test('each pass a run that is made to fail, or its replay', () => {
    fc.assert(
      fc.property(scenarios, scenario => {
        const failed = simulatedRun(failing(scenario))
        const replay = simulatedReplay(failed, { ...scenario, runId: 'replay-1' })
        const passed = [judge(failed), judge(replay, failed)].flatMap(judged => checksFound(judged, 'passed'))
        expect(new Set(passed)).toEqual(new Set(CHECKS.map(({ code }) => code)))
      }),
    )
  })

  test('know at least thirty ways in which a run can be wrong', () => {
    expect(MUTATIONS.length).toBeGreaterThanOrEqual(30)
  })

  test.for(MUTATIONS)('see a run $title', ({ of, mutate, fails, warns = [] }) => {
    fc.assert(
      fc.property(scenarios, scenario => {
        const { simulated, replayed } = correct(of, scenario)
        const judged = judge(mutate(simulated), replayed)
        expect(checksFound(judged, 'failed')).toEqual(CHECK_CODES.filter(code => fails.includes(code)))
        expect(checksFound(judged, 'warned')).toEqual(CHECK_CODES.filter(code => warns.includes(code)))
      }),
    )
  })
})
