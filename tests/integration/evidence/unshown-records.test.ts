import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asScope } from '#features/access/as-scope.ts'
import { runRecordsSchema } from '#features/api/records-resource-model.ts'
import { readEvidencePlace } from '#features/api/runs-resource-queries.ts'
import type { Day } from '#features/checklist/calendar-model.ts'
import { readRecordsTable } from '#features/csv/records-table-queries.ts'
import { EVERY_RECORD } from '#features/evidence/record-filter-model.ts'
import { readRecords, readRunPlace } from '#features/evidence/records-queries.ts'
import { wordingIn } from '#features/localization/wording.ts'
import { readAsPortal } from '#tests/integration/evidence/read-as-portal.ts'
import { writeBundle } from '#tests/setup/bundle-folder.ts'
import { simulatedRun } from '#tests/setup/simulated-runs.ts'

const RUN = simulatedRun({
  runId: 'smoke-1',
  intents: ['intent-1'],
  partitions: 1,
  failing: null,
  redeliveries: 1,
})

const WISH = { locale: 'en', asOf: { day: '2026-03-20' as Day, isToday: false } } as const

let close: () => Promise<void>

beforeAll(async () => {
  close = await readAsPortal(
    evidence => writeBundle(evidence, RUN),
    database =>
      database.query(
        "INSERT INTO evidence_record (run, number, lane, line) SELECT id, records + 1, 0, 'no record' FROM evidence_run",
      ),
  )
})

afterAll(() => close())

/** What is said of records that an owner does not see, though they see records. */
const SAID = { what: 'records', count: 1, class: 'RESTRICTED', visibleTo: ['reviewer', 'admin'] }

describe('a record of which no envelope can be made, to an owner', () => {
  test('is counted on the page that it would stand on, and on no other', async () => {
    const place = await asScope('owner', () => readRunPlace('smoke-1'))
    if (!place) throw new Error('the run is not there')
    const read = (after: number, most: number) =>
      asScope('owner', () => readRecords(place, EVERY_RECORD, after, most))
    expect(await read(0, 1000)).toMatchObject({ records: { length: RUN.records.length }, unshown: 1 })
    expect(await read(0, 1)).toMatchObject({ records: { length: 1 }, unshown: 0 })
    expect(await read(RUN.records.length, 10)).toMatchObject({ records: [], unshown: 1, next: null })
  })

  test('is said in data', async () => {
    const address = new URL(`http://localhost/?after=${RUN.records.length - 1}`)
    const answer = await asScope('owner', () => readEvidencePlace(WISH, 'dev/smoke-1/records', address))
    const { records, withheld } = runRecordsSchema.parse(answer)
    expect(records).toHaveLength(1)
    expect(withheld).toContainEqual(SAID)
  })

  test('is said in a table', async () => {
    const wish = { ...WISH, origin: 'http://localhost', query: new URLSearchParams() }
    const wording = await wordingIn('en')
    const table = await asScope('owner', () => readRecordsTable(['dev', 'smoke-1'], wish, wording))
    expect(JSON.stringify(table)).toContain('"1 record is withheld (class RESTRICTED); visible to: ')
  })
})
