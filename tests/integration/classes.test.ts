import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Scope } from '#features/access/scope-model.ts'
import { SCOPES } from '#features/access/scope-model.ts'
import { viewVariables } from '#features/access/view-urls-model.ts'
import { ingest } from '#features/ingest/ingest.ts'
import { ContentFolder } from '#tests/integration/content-folder.ts'
import { createTestDatabase, type TestDatabase } from '#tests/integration/database.ts'

const DOCUMENT = '80_chain/checklist'
const LATER_DAY = '2026-03-13'

/** Words that each stand in one place, and the least scope that may read them. */
const CANARIES = {
  openCanary: 'guest',
  internalCanary: 'owner',
  restrictedCanary: 'reviewer',
  footnoteCanary: 'reviewer',
  ledgerNoteCanary: 'owner',
  reasonCanary: 'owner',
} as const satisfies Record<string, Scope>

const sees = (scope: Scope, least: Scope): boolean => SCOPES.indexOf(scope) >= SCOPES.indexOf(least)

const line = (changes: object): string =>
  JSON.stringify({
    recordedAt: '2026-03-04T00:00:00+04:00',
    for: '2026-03-06',
    workstream: 1,
    kind: 'baseline',
    status: 'DONE',
    targetDate: '2026-03-04',
    by: 'CHAIN_OFFICER',
    ...changes,
  })

const LEDGER = [
  line({}),
  line({ workstream: 2, status: 'TODO', targetDate: '2026-03-09' }),
  line({ workstream: 3, status: 'IN_PROGRESS', targetDate: '2026-03-10' }),
  line({
    recordedAt: '2026-03-05T12:00:00+04:00',
    workstream: 3,
    kind: 'change',
    status: 'BLOCKED',
    targetDate: '2026-03-12',
    by: 'SRE_LEAD',
    note: { ka: 'საიდუმლო', en: 'ledgerNoteCanary' },
    reason: { ka: 'მიზეზი', en: 'reasonCanary' },
  }),
]

const text = (lang: string, classes: string): string => `---
Document ID: TEST-CHECKLIST
Owner Role: CHAIN_OFFICER
Last Review Date: 2026-03-04
${classes}---

# Checklist (${lang})

| # | Workstream | Owner | Target Date | Status |
|---|---|---|---|---|
| 1 | Freeze | CHAIN_OFFICER | 2026-03-04 | 🟢 DONE |
| 2 | Order | LEDGER_ENGINEER | 2026-03-09 | ⚪ TODO |
| 3 | Retry | SRE_LEAD | 2026-03-12 | 🔴 BLOCKED |

## 1. Freeze

internalCanary

## 2. Order

restrictedCanary, see [^1].

## 3. Retry

openCanary

> 🔴 BLOCKED: ${lang === 'ka' ? 'საიდუმლო' : 'ledgerNoteCanary'}

after

## Glossary

[^1]: footnoteCanary
`

const CLASSES = 'Note Class: INTERNAL\nSection Classes: { w-1: INTERNAL, w-2: RESTRICTED }\n'

interface Given {
  readonly scope: Scope
  readonly document: {
    readonly document: {
      readonly sections: readonly {
        readonly key: string
        readonly heading: string
        readonly withheld: string | null
        readonly withheldNotes: string | null
      }[]
    }
    readonly checklist: { readonly lines: readonly { readonly hash: string }[] }
  }
  readonly workstream: { readonly workstream: { readonly withheldNote: string | null } }
  readonly changesResource: { readonly withheld: readonly object[] }
  readonly withheld: readonly object[]
  readonly hash: string | null
  readonly found: { readonly total: number }
}

let database: TestDatabase
let content: ContentFolder
let given: Map<Scope, { readonly raw: string; readonly said: Given }>

async function readAll(word: string): Promise<Map<Scope, { raw: string; said: Given }>> {
  const child = path.join(import.meta.dirname, 'scope-child.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [child, DOCUMENT, LATER_DAY, word], {
    env: { ...process.env, ...viewVariables(database.viewUrls) },
    maxBuffer: 64 * 1024 * 1024,
  })
  return new Map(
    stdout
      .trim()
      .split('\n')
      .map(raw => [JSON.parse(raw).scope, { raw, said: JSON.parse(raw) }]),
  )
}

const run = (now = new Date('2026-03-13T10:00:00Z')) =>
  ingest({ contentFolder: content.folder, databaseUrl: database.writeUrl, now, onProgress: () => {} })

beforeAll(async () => {
  database = await createTestDatabase()
  content = new ContentFolder()
  content.write(`${DOCUMENT}/ka.md`, text('ka', CLASSES))
  content.write(`${DOCUMENT}/en.md`, text('en', ''))
  content.write(`${DOCUMENT}/change-log.jsonl`, `${LEDGER.join('\n')}\n`)
  const { diagnostics } = await run()
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  given = await readAll('ledgernotecanary')
})

afterAll(async () => {
  content.remove()
  await database.drop()
})

const saidTo = (scope: Scope): { raw: string; said: Given } => {
  const own = given.get(scope)
  if (!own) throw new Error(`nothing said to ${scope}`)
  return own
}

describe.each(SCOPES)('%s', scope => {
  it('is told the words that its scope may read in pages, and no others', () => {
    const { raw } = saidTo(scope)
    for (const [canary, least] of Object.entries(CANARIES)) {
      expect([canary, raw.includes(canary)]).toEqual([canary, sees(scope, least)])
    }
  })

  it('has the same rows by SQL', async () => {
    const client = new pg.Client({ connectionString: database.viewUrls[scope] })
    await client.connect()
    const { rows } = await client.query(
      'SELECT words AS said FROM text_part UNION ALL SELECT concat(note, reason, resolution) FROM ledger_note',
    )
    const said = rows.map(row => row.said).join('\n')
    for (const [canary, least] of Object.entries(CANARIES)) {
      expect([canary, said.includes(canary)]).toEqual([canary, sees(scope, least)])
    }
    for (const sql of [
      'SELECT markdown FROM text_revision',
      'SELECT hash FROM text_revision',
      'SELECT declared_section_classes FROM text_revision',
      'SELECT hash FROM ledger_line',
      'SELECT hash FROM text_section',
      'SELECT base_hash FROM text_section',
    ])
      await expect(client.query(sql), sql).rejects.toThrow(/permission denied/)
    await client.end()
  })

  it('is shown the place and the class of what is withheld', () => {
    const { said } = saidTo(scope)
    const places = said.document.document.sections.map(section => [
      section.key,
      section.heading === '' ? null : section.heading,
      section.withheld,
      section.withheldNotes,
    ])
    const [owner, reviewer] = [sees(scope, 'owner'), sees(scope, 'reviewer')]
    expect(places.filter(([key]) => key !== 'top')).toEqual([
      ['w-1', owner ? 'Freeze' : null, owner ? null : 'INTERNAL', null],
      ['w-2', reviewer ? 'Order' : null, reviewer ? null : 'RESTRICTED', null],
      ['w-3', 'Retry', null, owner ? null : 'INTERNAL'],
      ['w-3.1', 'Glossary', null, null],
    ])
    expect(said.workstream.workstream.withheldNote).toBe(owner ? null : 'INTERNAL')
  })

  it('is told how much is withheld from it', () => {
    const internal = [
      { place: '80_chain', kind: 'note', class: 'INTERNAL', count: 1 },
      { place: '80_chain', kind: 'section', class: 'INTERNAL', count: 1 },
    ]
    const restricted = { place: '80_chain', kind: 'section', class: 'RESTRICTED', count: 1 }
    const told = [...(sees(scope, 'owner') ? [] : internal), ...(sees(scope, 'reviewer') ? [] : [restricted])]
    expect(saidTo(scope).said.withheld).toEqual(told)
    const visibleTo = { INTERNAL: ['owner', 'reviewer', 'admin'], RESTRICTED: ['reviewer', 'admin'] }
    expect(saidTo(scope).said.changesResource.withheld).toEqual(
      told.map(entry => ({ ...entry, visibleTo: visibleTo[entry.class as keyof typeof visibleTo] })),
    )
  })

  it('knows by no hash what it may not read', async () => {
    const { said } = saidTo(scope)
    expect(said.hash === null).toBe(!sees(scope, 'reviewer'))
    const lines = await database.query<{ hash: string; withheld: boolean }>(
      'SELECT hash, has_note AS withheld FROM ledger_line',
    )
    const shown = new Set(said.document.checklist.lines.map(({ hash }) => hash))
    expect(shown.size).toBe(lines.length)
    for (const { hash, withheld } of lines) expect(shown.has(hash)).toBe(!withheld)
  })

  it('finds by words what it may read', () => {
    expect(saidTo(scope).said.found.total > 0).toBe(sees(scope, 'owner'))
  })
})

describe('a second ingest', () => {
  it('writes nothing where nothing changed', async () => {
    expect((await run(new Date('2026-03-13T11:00:00Z'))).changed).toBe(false)
  })

  it('reads texts again that another version of the portal had cut', async () => {
    const parts = () => database.query('SELECT * FROM text_part ORDER BY text_revision_id, position')
    const before = await parts()
    await database.query('DELETE FROM text_part; UPDATE portal SET projection_version = 4')
    await run(new Date('2026-03-13T11:30:00Z'))
    expect(await parts()).toEqual(before)
  })

  it('brings all past states of a text under the classes of today', async () => {
    content.write(
      `${DOCUMENT}/ka.md`,
      text('ka', CLASSES.replace('w-2: RESTRICTED', 'w-2: RESTRICTED, w-3: RESTRICTED')),
    )
    await run(new Date('2026-03-13T12:00:00Z'))
    const classes = () =>
      database.query(
        "SELECT key, class::text, count(*)::int FROM text_section WHERE key LIKE 'w-_' GROUP BY 1, 2 ORDER BY 1, 2",
      )
    expect(await classes()).toEqual([
      { key: 'w-1', class: 'INTERNAL', count: 3 },
      { key: 'w-2', class: 'RESTRICTED', count: 3 },
      { key: 'w-3', class: 'RESTRICTED', count: 3 },
    ])
    content.write(`${DOCUMENT}/ka.md`, text('ka', CLASSES))
    await run(new Date('2026-03-13T13:00:00Z'))
    expect((await classes()).at(-1)).toEqual({ key: 'w-3', class: 'PUBLIC', count: 4 })
  })

  it('keeps to itself what was taken out of a text', async () => {
    const gone = (lang: string) =>
      text(lang, '')
        .replace(/## 2\. Order[\s\S]*?(?=## 3)/, '')
        .replace(/\[\^1\].*\n/, '')
    content.write(`${DOCUMENT}/ka.md`, gone('ka'))
    content.write(`${DOCUMENT}/en.md`, gone('en'))
    await run(new Date('2026-03-13T14:00:00Z'))
    const rows = await database.query(
      "SELECT DISTINCT class::text FROM text_part WHERE words LIKE '%restrictedCanary%' OR words LIKE '%footnoteCanary%'",
    )
    expect(rows).toEqual([{ class: 'RESTRICTED' }])
  })

  it('keeps the hash of a document from who may not read the notes of its ledger, though no text has any', async () => {
    const unblocked = (lang: string, classes: string) =>
      text(lang, classes)
        .replace(/> .* BLOCKED: .*\n/, '')
        .replace('🔴 BLOCKED', '🟡 IN_PROGRESS')
    content.write(`${DOCUMENT}/ka.md`, unblocked('ka', 'Note Class: INTERNAL\n'))
    content.write(`${DOCUMENT}/en.md`, unblocked('en', ''))
    const resolved = line({
      recordedAt: '2026-03-06T12:00:00+04:00',
      workstream: 3,
      kind: 'change',
      status: 'IN_PROGRESS',
      targetDate: '2026-03-12',
      by: 'SRE_LEAD',
      resolution: { ka: 'მოგვარდა', en: 'resolved' },
    })
    content.write(`${DOCUMENT}/change-log.jsonl`, `${[...LEDGER, resolved].join('\n')}\n`)
    const { diagnostics } = await run(new Date('2026-03-13T15:00:00Z'))
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    const [classes] = await database.query(`
      SELECT (SELECT array_agg(DISTINCT p.class::text) FROM text_part p JOIN standing_text s USING (text_revision_id)
        WHERE s.is_current) AS parts, (SELECT class::text FROM document_hash) AS hash`)
    expect(classes).toEqual({ parts: ['PUBLIC'], hash: 'INTERNAL' })
  })
})
