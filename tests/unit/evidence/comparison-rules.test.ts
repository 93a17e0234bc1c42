import { describe, expect, test } from 'vitest'
import { compareSides, sideOf } from '#features/evidence/comparison-rules.ts'
import type { Profile } from '#features/evidence/profile-rules.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'
import { runView } from '#tests/unit/evidence/run-views.ts'

const BEFORE = runView('before', '2026-03-06T12:00:00Z', {
  'no-loss': 'passed',
  'effect-once': 'failed',
  'key-is-intent': 'passed',
  'retry-policy': 'not-run',
  'dlq-complete': 'warned',
  'schema-valid': 'passed',
})
const AFTER = runView('after', '2026-03-13T12:00:00Z', {
  'no-loss': 'failed',
  'effect-once': 'passed',
  'key-is-intent': 'not-run',
  'retry-policy': 'passed',
  'dlq-complete': 'passed',
  'schema-valid': 'warned',
})
const STAGE = runView('there', '2026-03-20T12:00:00Z', { 'no-loss': 'passed' }, 'stage')
const RUNS: readonly RunView[] = [STAGE, AFTER, BEFORE]

const PROFILE: Profile = {
  topics: [],
  contracts: [],
  keyIsIntent: true,
  policy: null,
  fields: [],
  receivedPerIntent: [],
}

function compare(a: string, b: string, runs = RUNS, profiles: ReadonlyMap<string, Profile> = new Map()) {
  const [ofA, ofB] = [sideOf(runs, a), sideOf(runs, b)]
  if (!ofA || !ofB) throw new Error('no such side')
  return compareSides(runs, ofA, ofB, profiles)
}

const changesOf = (a: string, b: string) =>
  Object.fromEntries(compare(a, b).checks.map(({ check, change }) => [check, change]))

describe('a comparison of two runs', () => {
  test('tells what is new, fixed, regressed, no longer run and the same, check by check', () => {
    expect(changesOf('dev/before', 'dev/after')).toMatchObject({
      'no-loss': 'regressed',
      'effect-once': 'fixed',
      'key-is-intent': 'not-run',
      'retry-policy': 'new',
      'dlq-complete': 'fixed',
      'schema-valid': 'regressed',
      'replay-closed': 'same',
    })
  })

  test('turned round tells the opposite', () => {
    const OPPOSITE: Record<string, string> = {
      regressed: 'fixed',
      fixed: 'regressed',
      new: 'not-run',
      'not-run': 'new',
      same: 'same',
    }
    const there = changesOf('dev/before', 'dev/after')
    const back = changesOf('dev/after', 'dev/before')
    for (const [check, change] of Object.entries(there)) expect(back[check]).toBe(OPPOSITE[change])
  })

  test('of a run with itself finds nothing but sameness', () => {
    const { checks, aspects } = compare('dev/after', 'dev/after')
    expect(new Set(checks.map(({ change }) => change))).toEqual(new Set(['same']))
    expect(aspects).toEqual([])
  })

  test('names what only one profile has', () => {
    const profiles = new Map([
      ['before', { ...PROFILE, topics: ['a'] }],
      ['after', { ...PROFILE, topics: ['b'], policy: null, keyIsIntent: false }],
    ])
    const { aspects } = compare('dev/before', 'dev/after', RUNS, profiles)
    expect(aspects).toEqual([
      { aspect: 'topics', onlyA: ['a'], onlyB: ['b'] },
      { aspect: 'keyIsIntent', onlyA: ['true'], onlyB: ['false'] },
    ])
  })
})

describe('a comparison of two environments', () => {
  test('takes for each check the newest run that judged it there', () => {
    const { checks } = compare('dev', 'stage')
    const [found] = checks.filter(({ check }) => check === 'key-is-intent')
    expect(found?.change).toBe('not-run')
    expect(found?.a?.view.run.runId).toBe('before')
    expect(checks.find(({ check }) => check === 'no-loss')?.change).toBe('fixed')
  })

  test('holds the newest runs of one kind side by side, and none where there is no such kind', () => {
    const { runs } = compare('dev', 'stage')
    expect([runs?.a.run.runId, runs?.b.run.runId]).toEqual(['after', 'there'])
    const other = { ...STAGE, run: { ...STAGE.run, kind: 'kes-consumer' as const } }
    expect(compare('dev', 'stage', [other, AFTER]).runs).toBeNull()
  })
})

test.for(['nowhere', 'dev/no-such-run', 'stage/after', '', '/', 'dev/'])('“%s” is no side', name => {
  expect(sideOf(RUNS, name)).toBeNull()
})
