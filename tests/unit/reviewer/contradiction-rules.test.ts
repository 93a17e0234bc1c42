import { describe, expect, test } from 'vitest'
import { endOfDay } from '#features/checklist/calendar-rules.ts'
import type { Status } from '#features/checklist/status-model.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'
import { countingFindings, evidenceOf } from '#features/evidence/verdict-rules.ts'
import { contradictedRuns, contradictedWorkstreams } from '#features/reviewer/contradiction-rules.ts'
import { documentView, workstreamView } from '#tests/unit/api/stories.ts'
import { day } from '#tests/unit/checklist/stories.ts'
import { runView } from '#tests/unit/evidence/run-views.ts'

const claiming = (view: RunView, ok: boolean): RunView => ({
  ...view,
  run: { ...view.run, claims: { ok } },
})

function checklist(runs: readonly RunView[], ...statuses: Status[]) {
  const mapped = { number: 1, freshness: 30, checks: ['no-loss', 'effect-once'], items: [] } as const
  const evidence = evidenceOf(mapped, countingFindings(runs), endOfDay(day('2026-03-31')))
  const workstreams = statuses.map((status, index) => workstreamView({ number: index + 1, status, evidence }))
  const evidenceMapping = { required: ['stage'], workstreams: [mapped] } as const
  return { workstreams, document: { ...documentView(), evidenceMapping } }
}

describe('a contradiction between a record and evidence', () => {
  const dev = runView('dev-1', '2026-03-20T10:00:00Z', { 'no-loss': 'failed', 'effect-once': 'passed' })
  const stage = runView('stage-1', '2026-03-20T10:00:00Z', { 'no-loss': 'failed' }, 'stage')

  test('names the workstream, the environment, the checks that failed and their run', () => {
    const [found, ...more] = contradictedWorkstreams(checklist([dev], 'TODO'))
    expect(more).toEqual([])
    expect(found).toMatchObject({
      workstream: { number: 1 },
      environment: 'dev',
      isRequired: false,
      failed: [{ check: 'no-loss', run: { run: { runId: 'dev-1' } } }],
    })
  })

  test('of what was recorded done comes first, then of where evidence is required', () => {
    const found = contradictedWorkstreams(checklist([dev, stage], 'TODO', 'DONE'))
    expect(found.map(({ workstream, environment }) => [workstream.number, environment])).toEqual([
      [2, 'stage'],
      [2, 'dev'],
      [1, 'stage'],
      [1, 'dev'],
    ])
  })

  test('is none where nothing has been judged', () => {
    const silent = runView('dev-1', '2026-03-20T10:00:00Z', { 'no-loss': 'not-run' })
    expect(contradictedWorkstreams(checklist([silent], 'DONE'))).toEqual([])
  })
})

describe('a run that contradicts itself', () => {
  const failed = runView('b', '2026-03-20T10:00:00Z', { 'no-loss': 'failed' })

  test('says that all is well where a check failed', () => {
    expect(contradictedRuns([claiming(failed, true)]).map(found => found.failed)).toEqual([['no-loss']])
    expect(contradictedRuns([claiming(failed, false)])).toEqual([])
  })

  test('claims what its records do not say, whatever it says of itself', () => {
    const differing = runView('b', '2026-03-20T10:00:00Z', { 'claims-agree': 'failed' })
    expect(contradictedRuns([claiming(differing, false)])).toHaveLength(1)
  })

  test('no longer counts where a newer run of its kind is in the same environment', () => {
    const newer = runView('c', '2026-03-21T10:00:00Z', { 'no-loss': 'passed' })
    expect(contradictedRuns([claiming(newer, true), claiming(failed, true)])).toEqual([])
  })
})
