import { describe, expect, test } from 'vitest'
import { endOfDay } from '#features/checklist/calendar-rules.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'
import { countingFindings, evidenceOf } from '#features/evidence/verdict-rules.ts'
import { staleEvidence } from '#features/reviewer/stale-evidence-rules.ts'
import { documentView, workstreamView } from '#tests/unit/api/stories.ts'
import { day } from '#tests/unit/checklist/stories.ts'
import { runView } from '#tests/unit/evidence/run-views.ts'

const OLD = '2026-02-01T10:00:00Z'
const FRESH = '2026-03-20T10:00:00Z'

const of = (view: RunView, commit: string, repository = 'kvary'): RunView => ({
  ...view,
  run: { ...view.run, subject: { repository, commit } },
})

/** Two workstreams that rest on `no-loss`, one of them on `effect-once` too, with 30 and 90 days. */
function stale(runs: readonly RunView[]) {
  const until = endOfDay(day('2026-03-31'))
  const resting = (number: number, freshness: number, checks: readonly ('no-loss' | 'effect-once')[]) =>
    workstreamView({
      number,
      evidence: evidenceOf({ number, freshness, checks, items: [] }, countingFindings(runs), until),
    })
  const workstreams = [resting(1, 30, ['no-loss', 'effect-once']), resting(2, 90, ['no-loss'])]
  const evidenceMapping = { required: ['stage'], workstreams: [] } as const
  return staleEvidence({ workstreams, document: { ...documentView(), evidenceMapping } }, runs)
}

describe('stale evidence', () => {
  test('is a run that is older than a workstream allows, with whom it is too old for and whom not', () => {
    const run = of(runView('a', OLD, { 'no-loss': 'passed', 'effect-once': 'passed' }), 'aaaaaaa')
    expect(stale([run])).toEqual([
      {
        run,
        isRequired: false,
        checks: ['no-loss', 'effect-once'],
        workstreams: [1, 2],
        tooOldFor: [1],
        since: new Date(OLD),
        newer: null,
      },
    ])
  })

  test('is a run of another commit than the newest one of its repository, however fresh', () => {
    const newest = of(runView('new', '2026-03-21T10:00:00Z', { 'no-loss': 'passed' }, 'dev'), 'bbbbbbb')
    const other = of(runView('other', FRESH, { 'no-loss': 'passed' }, 'stage'), 'aaaaaaa')
    expect(stale([newest, other]).map(({ run, newer }) => [run.run.runId, newer?.run.runId])).toEqual([
      ['other', 'new'],
    ])
  })

  test('is no run of another repository, and none whose commit is only written shorter', () => {
    const newest = of(runView('new', '2026-03-21T10:00:00Z', { 'no-loss': 'passed' }, 'dev'), 'aaaaaaabbbb')
    const shorter = of(runView('short', FRESH, { 'no-loss': 'passed' }, 'stage'), 'aaaaaaa')
    const elsewhere = of(runView('else', FRESH, { 'effect-once': 'passed' }, 'prod'), 'ccccccc', 'other')
    expect(stale([newest, shorter, elsewhere])).toEqual([])
  })

  test('is nothing that no workstream rests on, and nothing that judged nothing', () => {
    const unmapped = of(runView('a', OLD, { 'key-is-intent': 'passed', 'no-loss': 'not-run' }), 'aaaaaaa')
    expect(stale([unmapped])).toEqual([])
  })

  test('is as old as the runs that were compared only where nothing but a comparison is too old', () => {
    const until = endOfDay(day('2026-03-31'))
    const told = (finishedAt: string) => {
      const view = runView('a', finishedAt, { 'no-loss': 'passed', 'environment-parity': 'passed' })
      const run = of({ ...view, comparedAt: new Date('2026-01-10T10:00:00Z') }, 'aaaaaaa')
      const checks = ['no-loss', 'environment-parity'] as const
      const evidence = evidenceOf(
        { number: 1, freshness: 30, checks, items: [] },
        countingFindings([run]),
        until,
      )
      const document = {
        ...documentView(),
        evidenceMapping: { required: ['stage'], workstreams: [] } as const,
      }
      return staleEvidence({ workstreams: [workstreamView({ evidence })], document }, [run])[0]?.since
    }
    expect(told(FRESH)).toEqual(new Date('2026-01-10T10:00:00Z'))
    expect(told(OLD)).toEqual(new Date(OLD))
  })

  test('of a required environment comes first, then the oldest', () => {
    const dev = of(runView('dev', '2026-01-01T10:00:00Z', { 'no-loss': 'passed' }, 'dev'), 'aaaaaaa')
    const prod = of(runView('prod', '2026-01-02T10:00:00Z', { 'no-loss': 'passed' }, 'prod'), 'aaaaaaa')
    const stage = of(runView('stage', OLD, { 'no-loss': 'passed' }, 'stage'), 'aaaaaaa')
    expect(stale([stage, prod, dev]).map(({ run }) => run.run.runId)).toEqual(['stage', 'dev', 'prod'])
  })
})
