import { describe, expect, test } from 'vitest'
import type { Environment } from '#features/evidence/environment-model.ts'
import type { RunKind } from '#features/evidence/run-model.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'
import { comparedPair } from '#features/reviewer/compared-pair-rules.ts'
import { runView } from '#tests/unit/evidence/run-views.ts'

const run = (runId: string, environment: Environment, kind: RunKind = 'kes-smoke'): RunView => {
  const view = runView(runId, '2026-03-20T10:00:00Z', {}, environment)
  return { ...view, run: { ...view.run, kind } }
}

const namesOf = (...runs: RunView[]) => {
  const pair = comparedPair(runs)
  return pair && [pair.a.run.runId, pair.b.run.runId]
}

describe('the two runs to compare', () => {
  test('are the newest of stage and of prod, where both have one of a kind', () => {
    expect(namesOf(run('d', 'dev'), run('p2', 'prod'), run('p1', 'prod'), run('s', 'stage'))).toEqual([
      's',
      'p2',
    ])
  })

  test('are of dev where prod has none of that kind', () => {
    expect(namesOf(run('p', 'prod', 'kes-consumer'), run('s', 'stage'), run('d', 'dev'))).toEqual(['s', 'd'])
  })

  test('are the two newest of one kind where stage has none, the older first', () => {
    expect(namesOf(run('c', 'dev', 'kes-consumer'), run('d2', 'dev'), run('d1', 'dev'))).toEqual(['d1', 'd2'])
  })

  test('are none where no two are of one kind', () => {
    expect(namesOf(run('s', 'stage'), run('d', 'dev', 'kes-consumer'))).toBeNull()
    expect(namesOf()).toBeNull()
  })
})
