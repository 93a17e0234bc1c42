import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askedOf, queryText, recordFilterOf, runFilterOf } from '#features/evidence/asked-filter-rules.ts'
import { FINDINGS } from '#features/evidence/finding-model.ts'
import { indentJson } from '#features/evidence/json-indent-rules.ts'
import type { RunFilter } from '#features/evidence/run-filter-model.ts'
import { runsLeft } from '#features/evidence/run-filter-rules.ts'
import { RUNS_A_PAGE, runPage } from '#features/evidence/run-page-rules.ts'
import { trendOf } from '#features/evidence/trend-rules.ts'
import { runView } from '#tests/unit/evidence/run-views.ts'

const RUNS = [
  runView('c', '2026-03-20T12:00:00Z', { 'no-loss': 'passed', 'effect-once': 'not-run' }, 'stage'),
  runView('b', '2026-03-13T12:00:00Z', { 'no-loss': 'failed', 'effect-once': 'passed' }),
  runView('a', '2026-03-06T12:00:00Z', { 'no-loss': 'passed', 'effect-once': 'warned' }),
]
const ANY: RunFilter = { environment: null, kind: null, check: null, finding: null }

const left = (filter: Partial<RunFilter>) => runsLeft(RUNS, { ...ANY, ...filter }).map(({ run }) => run.runId)

describe('a filter of runs', () => {
  test.for([
    { filter: {}, ids: ['c', 'b', 'a'] },
    { filter: { environment: 'dev' }, ids: ['b', 'a'] },
    { filter: { kind: 'kes-consumer' }, ids: [] },
    { filter: { finding: 'failed' }, ids: ['b'] },
    { filter: { check: 'effect-once' }, ids: ['b', 'a'] },
    { filter: { check: 'effect-once', finding: 'passed' }, ids: ['b'] },
    { filter: { check: 'effect-once', finding: 'not-run' }, ids: ['c'] },
    { filter: { check: 'retry-policy', finding: 'not-run' }, ids: ['c', 'b', 'a'] },
    { filter: { check: 'retry-policy' }, ids: [] },
  ] as const)('$filter leaves $ids', ({ filter, ids }) => {
    expect(left(filter)).toEqual(ids)
  })
})

describe('what an address asks for', () => {
  test('is read back from what it is written as', () => {
    const asked = { environment: 'dev', kind: 'kes-smoke', check: 'no-loss', finding: 'warned', after: 'x' }
    expect(runFilterOf(new URLSearchParams(queryText(asked)))).toEqual(asked)
    const records = { boundary: 'dlq', topic: 'a&b', partition: 0, intent: 'ა', event: '=', after: 12 }
    expect(recordFilterOf(new URLSearchParams(queryText(records)))).toEqual(records)
  })

  test('is not given where a form left it empty', () => {
    expect(runFilterOf(new URLSearchParams('environment=&finding='))).toEqual({ ...ANY, after: null })
  })

  test.for(['environment=test', 'kind=x', 'check=ok', 'finding=true'])('is refused as %s of runs', query => {
    expect(askedOf(() => runFilterOf(new URLSearchParams(query)))).toHaveProperty('malformed')
  })

  test.for(['boundary=x', 'partition=-1', 'partition=1.5', 'after=x', 'after=99999999999', 'topic=%00'])(
    'is refused as %s of records',
    query => {
      expect(askedOf(() => recordFilterOf(new URLSearchParams(query)))).toHaveProperty('malformed')
    },
  )
})

describe('pages of runs', () => {
  test('show every run once, in order, whatever their number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 * RUNS_A_PAGE }), count => {
        const runs = Array.from({ length: count }, (_, index) =>
          runView(`run-${index}`, '2026-03-06T12:00:00Z', {}),
        )
        const seen: string[] = []
        let after: string | null = null
        do {
          const page = runPage(runs, after)
          seen.push(...(page?.runs.map(({ run }) => run.runId) ?? []))
          expect(page?.total).toBe(count)
          after = page?.next ?? null
        } while (after !== null)
        expect(seen).toEqual(runs.map(({ run }) => run.runId))
      }),
    )
  })

  test('are none after a run that is not there', () => {
    expect(runPage(RUNS, 'nothing')).toBeNull()
  })
})

describe('the trend', () => {
  test('has a bar a run, the oldest first, with every check once and nothing beyond its height', () => {
    const bars = trendOf(RUNS)
    expect(bars.map(({ view }) => view.run.runId)).toEqual(['a', 'b', 'c'])
    for (const { parts, counts } of bars) {
      expect(parts.reduce((sum, { height }) => sum + height, 0)).toBeCloseTo(100)
      for (const finding of FINDINGS)
        expect(parts.filter(part => part.finding === finding).map(({ count }) => count)).toEqual(
          counts[finding] > 0 ? [counts[finding]] : [],
        )
    }
  })

  test('hangs what failed at the top', () => {
    expect(trendOf(RUNS)[1]?.parts[0]).toMatchObject({ finding: 'failed', from: 0, count: 1 })
  })
})

describe('a line of JSON in the open', () => {
  test('is laid out as JSON is, and means the same', () => {
    fc.assert(
      fc.property(fc.json(), text => {
        expect(JSON.parse(indentJson(text))).toEqual(JSON.parse(text))
        const plain = JSON.stringify(JSON.parse(text))
        expect(indentJson(plain)).toBe(JSON.stringify(JSON.parse(text), null, 2))
      }),
    )
  })

  test('keeps numbers that no program could hold, keys given twice and escapes', () => {
    expect(indentJson('{"a":12345678901234567890,"a":1e400,"b":"\\u10d0"}')).toBe(
      '{\n  "a": 12345678901234567890,\n  "a": 1e400,\n  "b": "\\u10d0"\n}',
    )
  })
})
