import { expect, test } from 'vitest'
import { endOfDay } from '#features/checklist/calendar-rules.ts'
import type { Environment } from '#features/evidence/environment-model.ts'
import { newestOfKinds, parityOf, withParity } from '#features/evidence/parity-rules.ts'
import type { Profile } from '#features/evidence/profile-rules.ts'
import type { RunKind } from '#features/evidence/run-model.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'
import { countingFindings, evidenceOf } from '#features/evidence/verdict-rules.ts'
import { day } from '#tests/unit/checklist/stories.ts'
import { runView } from './run-views.ts'

const UNTIL = endOfDay(day('2026-03-31'))
const MAPPED = { number: 3, freshness: 30, checks: ['environment-parity' as const], items: [] }

interface Ran {
  readonly view: RunView
  readonly profile: Profile
}

/** A run of March by its day; by its topics it is alike others or not. */
function ran(environment: Environment, date: string, kind: RunKind, topics = ['mint.requested']): Ran {
  const view = runView(`${environment}-${kind}-${date}`, `${date}T10:00:00Z`, {}, environment)
  const alike = { contracts: [], keyIsIntent: true, policy: null, fields: [], receivedPerIntent: [1] }
  return { view: { ...view, run: { ...view.run, kind } }, profile: { ...alike, topics } }
}

function parityIn(environment: Environment, ...runs: Ran[]) {
  const newestFirst = runs
    .map(({ view }) => view)
    .toSorted((a, b) => b.finishedAt.getTime() - a.finishedAt.getTime())
  const profiles = new Map(runs.map(({ view, profile }) => [view.run.runId, profile]))
  const judged = withParity(newestFirst, parityOf(newestOfKinds(newestFirst), profiles))
  const { verdicts, findings } = evidenceOf(MAPPED, countingFindings(judged), UNTIL)
  const source = findings.find(found => found.environment === environment)?.source
  return { verdict: verdicts[environment].verdict, run: source?.run.run.runId }
}

test('one kind of run that differs between environments contradicts, though newer runs of another are alike', () => {
  const runs = [
    ran('dev', '2026-03-10', 'kes-smoke', ['mint.requested', 'mint.confirmed']),
    ran('stage', '2026-03-11', 'kes-smoke'),
    ran('dev', '2026-03-20', 'kes-consumer'),
    ran('stage', '2026-03-21', 'kes-consumer'),
  ]
  expect(parityIn('stage', ...runs)).toEqual({ verdict: 'contradicted', run: 'stage-kes-smoke-2026-03-11' })
})

test('a kind that differed and has since run alike no longer contradicts', () => {
  const runs = [
    ran('dev', '2026-03-10', 'kes-smoke', ['mint.confirmed']),
    ran('stage', '2026-03-11', 'kes-smoke'),
    ran('dev', '2026-03-12', 'kes-smoke'),
  ]
  expect(parityIn('stage', ...runs)).toEqual({ verdict: 'corroborated', run: 'stage-kes-smoke-2026-03-11' })
})

test('parity is as old as the older of the runs that were compared', () => {
  const runs = [ran('dev', '2026-01-10', 'kes-smoke'), ran('stage', '2026-03-30', 'kes-smoke')]
  expect(parityIn('stage', ...runs).verdict).toBe('stale')
  expect(parityIn('dev', ...runs).verdict).toBe('stale')
})

test('of kinds that are alike the one that was compared last counts', () => {
  const runs = [
    ran('dev', '2026-01-10', 'kes-smoke'),
    ran('stage', '2026-03-30', 'kes-smoke'),
    ran('dev', '2026-03-10', 'kes-consumer'),
    ran('stage', '2026-03-11', 'kes-consumer'),
  ]
  expect(parityIn('stage', ...runs)).toEqual({
    verdict: 'corroborated',
    run: 'stage-kes-consumer-2026-03-11',
  })
})
