import { describe, expect, test } from 'vitest'
import { ingestChanges, type Written } from '#features/ingest/ingest-changes-rules.ts'
import { cutChanges } from '#features/portal/cut-changes-rules.ts'
import { ingestChangesSchema } from '#features/portal/ingest-changes-model.ts'

const NOTHING: Written = {
  isReadAgain: false,
  categories: 0,
  terms: 0,
  reclassed: [],
  texts: [],
  isHistoryOther: false,
  lines: 0,
  runs: { came: [], gone: [], judged: [] },
}

const cameIn = (count: number): Written => ({
  ...NOTHING,
  texts: Array.from({ length: count }, (_, index) => ({
    path: `80_chain/${String(index).padStart(4, '0')}`,
    locale: 'ka' as const,
    change: 'came' as const,
  })),
  runs: {
    ...NOTHING.runs,
    came: Array.from({ length: count }, (_, n) => ({ environment: 'dev', runId: `run-${n}` })),
  },
})

describe('what an ingest says that it changed', () => {
  test('is told document by document, by path, with languages in the order of the portal', () => {
    const { documents } = ingestChanges({
      ...NOTHING,
      reclassed: ['b/one'],
      texts: [
        { path: 'b/two', locale: 'en', change: 'came' },
        { path: 'b/two', locale: 'ka', change: 'came' },
        { path: 'b/two', locale: 'ru', change: 'gone' },
        { path: 'a/one', locale: 'hy', change: 'changed' },
      ],
    })
    expect(documents).toEqual({
      total: 3,
      named: [
        { path: 'a/one', came: [], changed: ['hy'], gone: [], isReclassed: false },
        { path: 'b/one', came: [], changed: [], gone: [], isReclassed: true },
        { path: 'b/two', came: ['ka', 'en'], changed: [], gone: ['ru'], isReclassed: false },
      ],
    })
  })

  test('names what changed as a whole', () => {
    const all = { ...NOTHING, isReadAgain: true, categories: 1, terms: 2, isHistoryOther: true }
    expect(ingestChanges(all).wholes).toEqual(['again', 'categories', 'terms', 'history'])
  })

  test('is something else where nothing of it has a name', () => {
    expect(ingestChanges(NOTHING).wholes).toEqual(['other'])
    expect(ingestChanges({ ...NOTHING, lines: 1 }).wholes).toEqual([])
  })

  test('names 200 of a long list, and how long it is', () => {
    const { documents, runs } = ingestChanges(cameIn(10_000))
    expect([documents.total, documents.named.length]).toEqual([10_000, 200])
    expect([runs.came.total, runs.came.named.length]).toEqual([10_000, 200])
  })

  test('is read from its row as it was written', () => {
    const changes = ingestChanges(cameIn(3))
    expect(ingestChangesSchema.parse(JSON.parse(JSON.stringify(changes)))).toEqual(changes)
  })

  test('is cut for a page with the numbers it had', () => {
    const { documents, runs } = cutChanges(ingestChanges(cameIn(5)), 2)
    expect([documents.total, documents.named.length]).toEqual([5, 2])
    expect([runs.came.total, runs.came.named.length]).toEqual([5, 2])
  })
})
