import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { formatDiagnostic } from '#features/diagnostic/diagnostic-model.ts'
import { ingest } from '#features/ingest/ingest.ts'
import { ContentFolder, checklist, ROWS } from '#tests/integration/content-folder.ts'
import { createTestDatabase, type TestDatabase } from '#tests/integration/database.ts'
import { writeReportedEvidence } from '#tests/setup/reported-evidence.ts'

const FOLDER = '80_chain/checklist'
const ACCEPTANCE = '\n- [ ] First.\n- [x] Second.\n'

let database: TestDatabase
let content: ContentFolder
let evidence: string

beforeEach(async () => {
  database = await createTestDatabase()
  content = new ContentFolder()
  evidence = fs.mkdtempSync(path.join(os.tmpdir(), 'mza-evidence-'))
})

afterEach(async () => {
  content.remove()
  fs.rmSync(evidence, { recursive: true, force: true })
  await database.drop()
})

/** A checklist whose front matter asks for evidence, and whose last section has two acceptance items. */
function write(locale: string, asked: string): void {
  const text = checklist(ROWS, locale) + ACCEPTANCE
  content.write(`${FOLDER}/${locale}.md`, asked ? text.replace('---\n', `---\nEvidence:\n${asked}`) : text)
}

const run = async (now = '2026-03-28T10:00:00Z') => {
  const { diagnostics } = await ingest({
    contentFolder: content.folder,
    evidenceFolder: evidence,
    databaseUrl: database.writeUrl,
    now: new Date(now),
    onProgress: () => {},
  })
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(found =>
      formatDiagnostic(found)
        .split('\n')[0]
        ?.replace(/^\S*\//, ''),
    )
}

const mappings = () =>
  database.query<{ locale: string; evidence_mapping: { workstreams: { number: number }[] } }>(
    'SELECT locale, evidence_mapping FROM text_revision ORDER BY recorded_at, locale',
  )

describe('what a checklist asks of evidence', () => {
  test('is kept with each text that stood', async () => {
    content.git('init', '-q')
    write('en', '')
    content.commit('2026-03-05T10:00:00+04:00')
    write('en', '  workstreams: { 1: { checks: [no-loss] } }\n')
    content.commit('2026-03-06T10:00:00+04:00')
    write('en', '  workstreams: { 1: { checks: [no-loss] }, 3: { items: { 2: [effect-once] } } }\n')
    content.commit('2026-03-07T10:00:00+04:00')
    expect(await run()).toEqual([])
    expect(
      (await mappings()).map(({ evidence_mapping: { workstreams } }) =>
        workstreams.map(({ number }) => number),
      ),
    ).toEqual([[], [1], [1, 3]])
  })

  test('is read again from texts that were ingested before it was read at all', async () => {
    write('en', '  workstreams: { 1: { checks: [no-loss] } }\n')
    await run()
    const before = await mappings()
    await database.query('UPDATE text_revision SET evidence_mapping = NULL')
    await database.query('UPDATE portal SET projection_version = projection_version - 1')
    expect(await run()).toEqual([])
    expect(await mappings()).toEqual(before)
  })

  test('names only workstreams of the table and items of their sections', async () => {
    write('en', '  workstreams:\n    3:\n      items: { 2: all, 3: all }\n    4: { checks: all }\n')
    expect(await run()).toEqual([
      'en.md:5:27 error evidence-item: expected one of the 2 acceptance items of section 3, found 3',
      'en.md:6:5 error evidence-workstream: expected a workstream of the table, found 4',
    ])
    expect(await database.query('SELECT FROM ingest')).toEqual([])
  })

  test('is said by the authoritative text; a translation says the same or nothing', async () => {
    write('ka', '  workstreams: { 1: { checks: [no-loss, effect-once] } }\n')
    write('en', '')
    expect(await run()).toEqual([])
    write('en', '  freshness: 30\n  workstreams: { 1: { checks: [effect-once, no-loss] } }\n')
    expect(await run()).toEqual([])
    write('en', '  workstreams: { 1: { checks: [no-loss] } }\n')
    expect(await run()).toEqual([
      expect.stringMatching(
        /^en\.md:2:1 error evidence-disagrees: expected the same as in .*ka\.md:2:1, found another$/,
      ),
    ])
    write('ka', '')
    expect(await run()).toEqual([
      'en.md:2:1 error evidence-disagrees: expected no `Evidence`, as in the authoritative text, found another',
    ])
  })
})

test('evidence changes no status, date, line or text, whatever it says', async () => {
  write('en', '  required: [dev]\n  workstreams: { 1: { checks: all }, 2: { checks: all } }\n')
  await run()
  const rows = () =>
    Promise.all(
      ['tracker_row', 'ledger_line', 'text_revision', 'standing_text', 'workstream'].map(table =>
        database.query(`SELECT xmin::text, t.* FROM "${table}" t ORDER BY t::text`),
      ),
    )
  const before = await rows()
  writeReportedEvidence(evidence)
  expect(await run()).toEqual([])
  const failed = await database.query("SELECT FROM evidence_finding WHERE finding = 'failed'")
  expect(failed.length).toBeGreaterThan(0)
  expect(await rows()).toEqual(before)
})
