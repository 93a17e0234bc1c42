import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ingest } from '#features/ingest/ingest.ts'
import { type IngestChanges, ingestChangesSchema } from '#features/portal/ingest-changes-model.ts'
import { ContentFolder, checklist, ROWS } from '#tests/integration/content-folder.ts'
import { createTestDatabase, type TestDatabase } from '#tests/integration/database.ts'
import { writeBundle } from '#tests/setup/bundle-folder.ts'
import { type Scenario, simulatedRun } from '#tests/setup/simulated-runs.ts'

const CHECKLIST = '80_chain/checklist'
const NOTHING = { total: 0, named: [] }
const SAME: IngestChanges = {
  documents: NOTHING,
  lines: 0,
  runs: { came: NOTHING, gone: NOTHING, judged: NOTHING },
  wholes: [],
}

const SMOKE: Scenario = {
  runId: 'smoke-1',
  intents: ['intent-1', 'intent-2'],
  partitions: 1,
  failing: null,
  redeliveries: 0,
}

let database: TestDatabase
let content: ContentFolder
let evidence: string

beforeEach(async () => {
  database = await createTestDatabase()
  content = new ContentFolder()
  evidence = fs.mkdtempSync(path.join(os.tmpdir(), 'mza-evidence-'))
  content.git('init', '-q')
  content.write(`${CHECKLIST}/en.md`, checklist(ROWS))
  content.write('80_chain/rule/ka.md', '# წესი\n')
  content.write('80_chain/rule/en.md', '# Rule\n\nOne word.\n')
  content.commit('2026-03-01T10:00:00+04:00')
  await run()
})

afterEach(async () => {
  content.remove()
  fs.rmSync(evidence, { recursive: true, force: true })
  await database.drop()
})

async function run(): Promise<void> {
  const { diagnostics } = await ingest({
    contentFolder: content.folder,
    evidenceFolder: evidence,
    databaseUrl: database.writeUrl,
    now: new Date('2026-03-20T10:00:00Z'),
    onProgress: () => {},
  })
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
}

/** What each ingest says that it changed, the oldest first. */
async function told(): Promise<IngestChanges[]> {
  const rows = await database.query<{ changes: unknown }>('SELECT changes FROM ingest ORDER BY id')
  return rows.map(({ changes }) => ingestChangesSchema.parse(changes))
}

const document = (name: string, changes: object) => ({
  path: `80_chain/${name}`,
  came: [],
  changed: [],
  gone: [],
  isReclassed: false,
  ...changes,
})

/** What the next ingest says that it changed. */
async function toldNext(): Promise<IngestChanges[]> {
  await run()
  return (await told()).slice(1)
}

const onlyDocument = (name: string, changes: object) => [
  { ...SAME, documents: { total: 1, named: [document(name, changes)] } },
]

describe('an ingest says what it changed:', () => {
  test('the first one, every text and what is kept as a whole', async () => {
    expect(await told()).toEqual([
      {
        ...SAME,
        documents: {
          total: 2,
          named: [document('checklist', { came: ['en'] }), document('rule', { came: ['ka', 'en'] })],
        },
        wholes: ['categories'],
      },
    ])
  })

  test('the same again has no row', async () => {
    expect(await toldNext()).toEqual([])
  })

  test('the text and the language of a word that is another, whether it is committed or not', async () => {
    content.write('80_chain/rule/en.md', '# Rule\n\nAnother word.\n')
    const changed = onlyDocument('rule', { changed: ['en'] })
    expect(await toldNext()).toEqual(changed)
    content.write('80_chain/rule/en.md', '# Rule\n\nA third word.\n')
    content.commit('2026-03-02T10:00:00+04:00')
    expect(await toldNext()).toEqual([...changed, ...changed])
  })

  test('that words were committed that are the same', async () => {
    content.write('80_chain/rule/en.md', '# Rule\n\nAnother word.\n')
    await run()
    content.commit('2026-03-02T10:00:00+04:00')
    expect((await toldNext()).at(-1)).toEqual({ ...SAME, wholes: ['history'] })
  })

  test('languages that came and went, and a document that went', async () => {
    content.write(`${CHECKLIST}/ka.md`, checklist(ROWS))
    content.delete('80_chain/rule')
    content.write('80_chain/other/en.md', '# Other\n')
    expect(await toldNext()).toEqual([
      {
        ...SAME,
        documents: {
          total: 3,
          named: [
            document('checklist', { came: ['ka'] }),
            document('other', { came: ['en'] }),
            document('rule', { gone: ['ka', 'en'] }),
          ],
        },
      },
    ])
  })

  test('a document whose class is another', async () => {
    content.write('80_chain/rule/ka.md', '---\nClass: INTERNAL\n---\n\n# წესი\n')
    expect(await toldNext()).toEqual(onlyDocument('rule', { changed: ['ka'], isReclassed: true }))
  })

  test('how many lines came', async () => {
    const baseline = { recordedAt: '2026-03-04T00:00:00+04:00', for: '2026-03-06', kind: 'baseline' }
    const lines = [
      { workstream: 1, status: 'DONE', targetDate: '2026-03-04', by: 'CHAIN_OFFICER' },
      { workstream: 2, status: 'TODO', targetDate: '2026-03-09', by: 'CHAIN_OFFICER' },
      {
        workstream: 3,
        status: 'BLOCKED',
        targetDate: '2026-03-10',
        by: 'CHAIN_OFFICER',
        note: { ka: 'გასაღები აკლია', en: 'No key' },
      },
    ]
    content.write(
      `${CHECKLIST}/change-log.jsonl`,
      lines.map(line => `${JSON.stringify({ ...baseline, ...line })}\n`).join(''),
    )
    expect(await toldNext()).toEqual([{ ...SAME, lines: 3 }])
  })

  test('runs that came and that went', async () => {
    writeBundle(evidence, simulatedRun(SMOKE))
    const smoke = { total: 1, named: [{ environment: 'dev', runId: 'smoke-1' }] }
    expect(await toldNext()).toEqual([{ ...SAME, runs: { ...SAME.runs, came: smoke } }])
    for (const entry of fs.readdirSync(evidence)) fs.rmSync(path.join(evidence, entry), { recursive: true })
    expect((await toldNext()).at(-1)).toEqual({ ...SAME, runs: { ...SAME.runs, gone: smoke } })
  })

  test('categories, terms, and that another version of the program read everything again', async () => {
    content.write('categories.yaml', content.read('categories.yaml').replace('v1.0.0', 'v1.0.1'))
    expect((await toldNext()).at(-1)).toEqual({ ...SAME, wholes: ['categories'] })
    await database.query('UPDATE portal SET projection_version = 1')
    expect((await toldNext()).at(-1)).toEqual({ ...SAME, wholes: ['again'] })
  })

  test('runs that were judged anew, because checks are others', async () => {
    writeBundle(evidence, simulatedRun(SMOKE))
    await run()
    await database.query('UPDATE evidence_judgement SET checks_version = 0')
    const judged = { total: 1, named: [{ environment: 'dev', runId: 'smoke-1' }] }
    expect((await toldNext()).at(-1)).toEqual({ ...SAME, runs: { ...SAME.runs, judged } })
  })
})
