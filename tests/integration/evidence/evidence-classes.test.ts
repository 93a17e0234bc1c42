import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SCOPES, type Scope } from '#features/access/scope-model.ts'
import { createTestDatabase, type TestDatabase } from '#tests/integration/database.ts'

const CANARY = 'canary-7f3a'

let database: TestDatabase
const clients = new Map<Scope, pg.Client>()

const as = async <Row extends pg.QueryResultRow>(scope: Scope, sql: string, values: unknown[] = []) =>
  ((await clients.get(scope)?.query<Row>(sql, values)) ?? { rows: [] }).rows

const runOf = (id: number, kind: string) => `
  INSERT INTO evidence_run (id, run_id, environment, kind, hash, manifest, description, started_at, finished_at, ingested_at, records, class)
  VALUES (${id}, 'run-${id}', 'dev', 'kes-smoke', repeat('a', 64), '{"${CANARY}":1}', '{}', now(), now(), now(), 9, '${kind}');
  INSERT INTO evidence_judgement (run, checks_version, replayed, counts, profile, public_profile)
  VALUES (${id}, 1, '{}', '{}', '{"fields":["${CANARY}"]}', '{"fields":["#0123456789ab"]}');
  INSERT INTO evidence_finding (run, "check", finding, judged, failed, warned, witnesses, details)
  VALUES (${id}, 'no-loss', 'failed', 1, 1, 0, '[{"detail":null}]', '["${CANARY}"]');
  INSERT INTO evidence_record (run, number, lane, intent, event_id, line) VALUES (${id}, 1, 0, 'intent-1', 'e-1', '{}');`

async function insertLines(run: number, lines: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: database.writeUrl })
  await client.connect()
  await client.query(
    `INSERT INTO evidence_record (run, number, lane, line)
     SELECT $1, number, 0, line FROM unnest($2::text[]) WITH ORDINALITY AS given (line, number)`,
    [run, lines],
  )
  await client.end()
}

const envelopes = (run: number) =>
  as<{ line: string | null }>('owner', 'SELECT line FROM evidence_envelope WHERE run = $1 ORDER BY number', [
    run,
  ])

beforeAll(async () => {
  database = await createTestDatabase()
  await database.query(runOf(1, 'PUBLIC') + runOf(2, 'INTERNAL') + runOf(3, 'RESTRICTED'))
  for (const id of [11, 12, 13])
    await database.query(`INSERT INTO evidence_run VALUES (${id}, 'run-${id}', 'dev', 'kes-smoke', repeat('a', 64), '{}',
      now(), now(), now(), 9, 'PUBLIC', '{}')`)
  for (const scope of SCOPES) {
    const client = new pg.Client({ connectionString: database.viewUrls[scope] })
    await client.connect()
    clients.set(scope, client)
  }
})

afterAll(async () => {
  for (const client of clients.values()) await client.end()
  await database.drop()
})

/** Everything of evidence that not everybody may read, and who may, as DESIGN 8 and issue 8 have it. */
const GUARDED: readonly (readonly [what: string, sql: string, may: readonly Scope[]])[] = [
  ['a run.json', 'SELECT manifest FROM evidence_run', ['reviewer', 'admin']],
  ['a line', 'SELECT line FROM evidence_record', ['reviewer', 'admin']],
  [
    'what a record is found by',
    'SELECT number, intent, event_id FROM evidence_record',
    ['owner', 'reviewer', 'admin'],
  ],
  ['an envelope', 'SELECT line FROM evidence_envelope', ['owner']],
  ['what witnesses quote', 'SELECT details FROM evidence_finding', ['owner', 'reviewer', 'admin']],
  ['names of fields', 'SELECT profile FROM evidence_judgement', ['reviewer', 'admin']],
  ['runs', 'SELECT run_id, description FROM evidence_run', SCOPES],
  ['findings', 'SELECT finding, witnesses FROM evidence_finding', SCOPES],
  ['counts', 'SELECT counts, public_profile FROM evidence_judgement', SCOPES],
]

describe('evidence', () => {
  test.for(GUARDED)('%s: read by those who may, refused to all others', async ([, sql, may]) => {
    for (const scope of SCOPES) {
      const read = as(scope, sql)
      if (may.includes(scope)) expect(await read).not.toEqual([])
      else await expect(read).rejects.toThrow(/permission denied/)
    }
  })

  test('of a run of a higher class is seen with the run alone', async () => {
    const runs = (scope: Scope, relation: string) =>
      as<{ run: number }>(scope, `SELECT DISTINCT run FROM ${relation} WHERE run < 10 ORDER BY run`)
    expect(await runs('guest', 'evidence_finding')).toEqual([{ run: 1 }])
    for (const relation of ['evidence_finding', 'evidence_envelope', 'evidence_record'])
      expect(await runs('owner', relation)).toEqual([{ run: 1 }, { run: 2 }])
    for (const relation of ['evidence_finding', 'evidence_record'])
      expect(await runs('reviewer', relation)).toEqual([{ run: 1 }, { run: 2 }, { run: 3 }])
  })
})

const hidden = fc.anything({ withNullPrototype: false, maxDepth: 3, values: [fc.constant(CANARY)] })
const secret = fc.oneof(
  fc.constant(CANARY),
  fc.constant([CANARY]),
  fc.record({ [CANARY]: fc.constant(1), note: fc.constant(CANARY) }),
  hidden.map(value => ({ value: JSON.parse(JSON.stringify(value) ?? 'null'), also: CANARY })),
)
/** No text, so no word of an envelope. */
const misplaced = fc.oneof(fc.constant([CANARY]), fc.record({ id: fc.constant(CANARY) }))
const word = fc.string({ maxLength: 40 }).filter(text => text.isWellFormed() && !text.includes('\0'))
const orMisplaced = (of: fc.Arbitrary<unknown>) => fc.oneof({ weight: 5, arbitrary: of }, misplaced)

const place = fc.record({
  process: word,
  seq: fc.nat(),
  boundary: fc.constantFrom('publish', 'consume', 'effect', 'dlq', 'replay'),
  topic: word,
  partition: fc.option(fc.nat(), { nil: null }),
  offset: fc.option(fc.nat(), { nil: null }),
  key: fc.option(word, { nil: null }),
  timestamp: fc.constant('2026-03-04T10:00:00+04:00'),
  attempt: fc.integer({ min: 1, max: 1000 }),
})
const value = fc.record(
  {
    schemaVersion: orMisplaced(fc.constant('v1')),
    eventId: orMisplaced(fc.option(word, { nil: null })),
    occurredAt: orMisplaced(word),
    intentId: orMisplaced(word),
    producer: orMisplaced(word),
    payload: secret,
    reason: fc.constant(`failed with ${CANARY}`),
    failedAt: orMisplaced(word),
    sourceTopic: orMisplaced(word),
    original: secret,
    origin: fc.oneof(
      misplaced,
      fc.record({ topic: orMisplaced(word), partition: orMisplaced(fc.nat()), original: secret }),
    ),
    [CANARY]: secret,
  },
  { requiredKeys: ['payload'] },
)

describe('the envelope of a record', () => {
  test('has nothing of payload, headers, a DLQ original or any field that no envelope has', async () => {
    const records = fc.sample(
      fc.record({ place, headers: fc.dictionary(word, fc.constant(CANARY)), value }),
      { numRuns: 1000, seed: 8 },
    )
    await insertLines(
      11,
      records.map(({ place: at, headers, value: whole }) => JSON.stringify({ ...at, headers, value: whole })),
    )
    const rows = await envelopes(11)
    expect(rows).toHaveLength(records.length)
    for (const [index, { line }] of rows.entries()) {
      const { place: at, value: whole } = records[index] ?? { place: {}, value: {} }
      expect(line).not.toContain(CANARY)
      const { headers, value: shown, ...shownAt } = JSON.parse(line ?? 'null')
      expect(shownAt).toEqual(at)
      expect(headers).toEqual({})
      const words = [
        'schemaVersion',
        'eventId',
        'occurredAt',
        'intentId',
        'producer',
        'failedAt',
        'sourceTopic',
      ]
      for (const name of words) {
        const given = Reflect.get(whole, name)
        expect(shown[name]).toEqual(typeof given === 'string' || given === null ? given : undefined)
      }
    }
  })

  test('is null for a line that is no record, and no such line keeps the others from being read', async () => {
    const good = JSON.stringify({
      ...{ process: 'p', seq: 1, boundary: 'publish', topic: 't', partition: null, offset: null, key: null },
      ...{
        timestamp: '2026-03-04T10:00:00Z',
        attempt: 1,
        headers: {},
        value: { eventId: 'e', payload: CANARY },
      },
    })
    const poison = [
      '',
      CANARY,
      `"${CANARY}"`,
      `["${CANARY}"]`,
      '{}',
      'null',
      `{"value":{"payload":"${CANARY}`,
      good.replace('"e"', `"\\u0000${CANARY}"`),
      good.replace('"e"', `"\\ud800${CANARY}"`),
      good.replace('"seq":1', `"seq":"${CANARY}"`),
      good.replace('"seq":1', `"seq":${'7'.repeat(5000)}`),
      good.replace('"publish"', `"${CANARY}"`),
      good.replace(/"value":.*$/, `"value":"${CANARY}"}`),
      good.replace(/"value":.*$/, `"value":${'['.repeat(30_000)}`),
    ]
    await insertLines(12, [good, ...poison.flatMap(line => [line, good])])
    const rows = await envelopes(12)
    expect(rows.filter((_, index) => index % 2 === 1)).toEqual(poison.map(() => ({ line: null })))
    const known = rows.filter((_, index) => index % 2 === 0).map(({ line }) => JSON.parse(line ?? 'null'))
    for (const shown of known) expect(shown.value).toEqual({ eventId: 'e' })
  })

  test('is found by run and number without a look at the other records', async () => {
    await database.query(`INSERT INTO evidence_record (run, number, lane, line)
      SELECT 13, number, 0, '{}' FROM generate_series(1, 20000) AS number; ANALYZE evidence_record, evidence_run`)
    const rows = await as<{ 'QUERY PLAN': string }>(
      'owner',
      `EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF) SELECT number, line FROM evidence_envelope
       WHERE run = 13 AND number = ANY (ARRAY(SELECT number FROM evidence_record WHERE run = 13 AND number > 5000 ORDER BY number LIMIT 51))
       ORDER BY number`,
    )
    const plan = rows.map(row => row['QUERY PLAN']).join('\n')
    expect(plan).not.toContain('Seq Scan on evidence_record')
    expect(plan).toMatch(/Index Cond: \(\(run = 13\) AND \(number = ANY/)
    // Every node of it gives the rows of one page, and none the run's.
    expect(Math.max(...[...plan.matchAll(/actual rows=(\d+)/g)].map(([, rows]) => Number(rows)))).toBe(51)
  })
})
