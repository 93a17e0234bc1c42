import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { endOfDay } from '#features/checklist/calendar-rules.ts'
import { CHECK_CODES, type CheckCode } from '#features/evidence/check-code-model.ts'
import { ENVIRONMENTS, type Environment } from '#features/evidence/environment-model.ts'
import { FINDINGS, type Finding } from '#features/evidence/finding-model.ts'
import type { MappedWorkstream } from '#features/evidence/mapping-model.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'
import { countingFindings, evidenceOf } from '#features/evidence/verdict-rules.ts'
import { day } from '#tests/unit/checklist/stories.ts'
import { runView } from './run-views.ts'

const UNTIL = endOfDay(day('2026-03-31'))

const mapped = (checks: readonly CheckCode[], freshness = 30): MappedWorkstream => ({
  number: 3,
  freshness,
  checks,
  items: [],
})

const evidence = (asked: MappedWorkstream | null, runs: readonly RunView[], until = UNTIL) =>
  evidenceOf(asked, countingFindings(runs), until)

const inDev = (asked: MappedWorkstream | null, ...runs: RunView[]) => evidence(asked, runs).verdicts.dev

const TWO = mapped(['no-loss', 'effect-once'])

describe('a workstream in an environment', () => {
  test('needs none where the document maps no check to it', () => {
    expect(inDev(null, runView('a', '2026-03-30T10:00:00Z', { 'no-loss': 'failed' })).verdict).toBe(
      'none-required',
    )
  })

  test('is corroborated where every check passed, with the number of those that warn', () => {
    const run = runView('a', '2026-03-30T10:00:00Z', { 'no-loss': 'warned', 'effect-once': 'passed' })
    expect(inDev(TWO, run)).toEqual({ verdict: 'corroborated', warnings: 1 })
  })

  test('is contradicted by one failed check, whatever was not run or is stale', () => {
    const old = runView('old', '2020-01-01T10:00:00Z', { 'no-loss': 'failed' })
    expect(inDev(TWO, old).verdict).toBe('contradicted')
  })

  test('was not run where one check was never judged, even if another is stale', () => {
    const old = runView('old', '2020-01-01T10:00:00Z', { 'no-loss': 'passed', 'effect-once': 'not-run' })
    expect(inDev(TWO, old).verdict).toBe('not-run')
  })

  test('is what the newest run says that judged a check, not a newer one that could not', () => {
    const judged = runView('judged', '2026-03-10T10:00:00Z', { 'no-loss': 'passed' })
    const silent = runView('silent', '2026-03-20T10:00:00Z', { 'no-loss': 'not-run' })
    const [found] = evidence(mapped(['no-loss']), [judged, silent]).findings
    expect(found).toMatchObject({ finding: 'passed', source: { run: { run: { runId: 'judged' } } } })
  })

  test('names the newest run that says why it could not judge, where none could', () => {
    const older = runView('older', '2026-03-10T10:00:00Z', { 'no-loss': 'not-run' })
    const newer = runView('newer', '2026-03-20T10:00:00Z', { 'no-loss': 'not-run' })
    const [found] = evidence(mapped(['no-loss']), [older, newer]).findings
    expect(found).toMatchObject({ finding: 'not-run', source: { run: { run: { runId: 'newer' } } } })
  })

  test('is stale from the moment on at which its run is older than the limit, to the end of the day in Tbilisi', () => {
    const limit = mapped(['no-loss'], 3)
    const at = (instant: string) => inDev(limit, runView('a', instant, { 'no-loss': 'passed' })).verdict
    // 2026-03-31 ends at 19:59:59.999 UTC.
    expect(at('2026-03-28T19:59:59.999Z')).toBe('corroborated')
    expect(at('2026-03-28T19:59:59.998Z')).toBe('stale')
  })

  test('is judged by the runs of that environment alone', () => {
    const run = runView('a', '2026-03-30T10:00:00Z', { 'no-loss': 'failed' }, 'prod')
    const { verdicts } = evidence(mapped(['no-loss']), [run])
    expect(ENVIRONMENTS.map(environment => verdicts[environment].verdict)).toEqual([
      'not-run',
      'not-run',
      'contradicted',
    ])
  })
})

const checks = fc.subarray<CheckCode>([...CHECK_CODES], { minLength: 1 })
const findings = fc
  .array(fc.tuple(fc.constantFrom(...CHECK_CODES), fc.constantFrom(...FINDINGS)))
  .map(pairs => Object.fromEntries(pairs) as Partial<Record<CheckCode, Finding>>)
const months = fc.integer({ min: 0, max: 120 * 24 })
const runs = fc
  .array(fc.tuple(months, findings, fc.constantFrom<Environment>(...ENVIRONMENTS)), { maxLength: 8 })
  .map(all =>
    all.map(([hours, found, environment], index) =>
      runView(
        `run-${index}`,
        new Date(UNTIL.getTime() - hours * 3_600_000).toISOString(),
        found,
        environment,
      ),
    ),
  )

describe('verdicts', () => {
  test('do not depend on the order of the runs', () => {
    const shuffled = runs.chain(all =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    )
    fc.assert(
      fc.property(shuffled, checks, ([all, other], asked) => {
        expect(evidence(mapped(asked), other)).toEqual(evidence(mapped(asked), all))
      }),
    )
  })

  test('are contradicted exactly where a check that counts failed', () => {
    fc.assert(
      fc.property(runs, checks, (all, asked) => {
        const { verdicts, findings: found } = evidence(mapped(asked), all)
        for (const environment of ENVIRONMENTS) {
          const failed = found.some(each => each.environment === environment && each.finding === 'failed')
          expect(verdicts[environment].verdict === 'contradicted').toBe(failed)
        }
      }),
    )
  })

  test('never turn from corroborated into anything else by a newer run in which all passed', () => {
    fc.assert(
      fc.property(runs, checks, (all, asked) => {
        const before = evidence(mapped(asked), all).verdicts.dev.verdict
        const passed = Object.fromEntries(asked.map(check => [check, 'passed' as const]))
        const newer = runView('z-newer', UNTIL.toISOString(), passed)
        const after = evidence(mapped(asked), [...all, newer]).verdicts.dev.verdict
        if (before === 'corroborated') expect(after).toBe('corroborated')
        // Two runs that finish in the same millisecond are told apart by their ids.
        if (all.every(({ finishedAt }) => finishedAt < UNTIL)) expect(after).toBe('corroborated')
      }),
    )
  })

  test('say of everything that is mapped that it was not run, without runs', () => {
    fc.assert(
      fc.property(checks, asked => {
        const { verdicts, findings: found } = evidence(mapped(asked), [])
        expect(Object.values(verdicts).map(({ verdict }) => verdict)).toEqual([
          'not-run',
          'not-run',
          'not-run',
        ])
        expect(found).toHaveLength(asked.length * ENVIRONMENTS.length)
      }),
    )
  })

  test('only worsen with time: what a later day finds fresh, an earlier one does', () => {
    fc.assert(
      fc.property(runs, checks, fc.integer({ min: 0, max: 100 }), (all, asked, days) => {
        const later = new Date(UNTIL.getTime() + days * 86_400_000)
        if (evidence(mapped(asked), all, later).verdicts.dev.verdict === 'corroborated')
          expect(evidence(mapped(asked), all).verdicts.dev.verdict).toBe('corroborated')
      }),
    )
  })
})
