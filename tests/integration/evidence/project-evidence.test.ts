import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Diagnostic } from '#features/diagnostic/diagnostic-model.ts'
import { ingest } from '#features/ingest/ingest.ts'
import { createTestDatabase, type TestDatabase } from '#tests/integration/database.ts'

const PROJECT = path.resolve(import.meta.dirname, '../../..')

interface Found {
  readonly run_id: string
  readonly kind: string
  readonly environment: string
  readonly is_failing: boolean
  readonly broker: { readonly kind: string; readonly version: string } | null
  readonly check: string
  readonly finding: string
}

let database: TestDatabase
let diagnostics: readonly Diagnostic[]
let found: readonly Found[]

/** What the project itself ships: its content, and the bundles that runs of its orchestrator left. */
beforeAll(async () => {
  database = await createTestDatabase()
  const ingested = await ingest({
    contentFolder: path.join(PROJECT, 'content'),
    evidenceFolder: path.join(PROJECT, 'evidence'),
    databaseUrl: database.writeUrl,
    now: new Date(),
    onProgress: () => {},
  })
  diagnostics = ingested.diagnostics
  found = await database.query<Found>(`
    SELECT r.run_id, r.kind, r.environment::text, r.manifest::jsonb ->> 'controlledFailureTopic' IS NOT NULL AS is_failing,
      r.manifest::jsonb -> 'broker' AS broker, f.check, f.finding::text
    FROM evidence_run r JOIN evidence_finding f ON f.run = r.id`)
})

afterAll(() => database.drop())

const judged = (kind: string, isFailing: boolean) =>
  found.filter(row => row.kind === kind && row.is_failing === isFailing)

test('every bundle is taken in, and none is filed where it did not run', () => {
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(new Set(found.map(({ environment }) => environment))).toEqual(new Set(['dev']))
})

test('no check contradicts a run', () => {
  expect(found.filter(({ finding }) => finding === 'failed')).toEqual([])
})

test('a smoke, a controlled failure and its replay ran on Apache Kafka 4', () => {
  for (const rows of [
    judged('kes-smoke', false),
    judged('kes-smoke', true),
    judged('single-operator-replay-dlq', false),
  ]) {
    expect(rows).not.toEqual([])
    for (const { broker } of rows)
      expect(broker).toMatchObject({ kind: 'apache-kafka', version: expect.stringMatching(/^4\./) })
  }
})

test.each([
  ['kes-smoke', true, ['dlq-complete', 'dlq-controlled', 'retry-policy']],
  ['single-operator-replay-dlq', false, ['replay-closed', 'replay-key-kept']],
] as const)(
  'of a %s with a controlled failure (%s) the checks find what it is for',
  (kind, isFailing, checks) => {
    const rows = judged(kind, isFailing)
    for (const check of checks)
      expect(rows.filter(row => row.check === check).map(({ finding }) => finding)).toContain('passed')
  },
)
