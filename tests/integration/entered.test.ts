import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ingest } from '#features/ingest/ingest.ts'
import { ContentFolder, checklist, ROWS } from '#tests/integration/content-folder.ts'
import { createTestDatabase, type TestDatabase } from '#tests/integration/database.ts'
import { BASELINE, confirmed } from '#tests/integration/ledger-story.ts'

const DOCUMENT = '80_chain/checklist'
const LEDGER = `${DOCUMENT}/change-log.jsonl`
const NOW = new Date('2026-04-20T10:00:00Z')

const FIRST = confirmed('2026-03-13T10:00:00+04:00', '2026-03-13')
const SECOND = confirmed('2026-03-20T10:00:00+04:00', '2026-03-20')
const THIRD = confirmed('2026-03-27T10:00:00+04:00', '2026-03-27')

let database: TestDatabase
let content: ContentFolder

beforeEach(async () => {
  database = await createTestDatabase()
  content = new ContentFolder()
  content.write(`${DOCUMENT}/en.md`, checklist(ROWS))
})

afterEach(async () => {
  content.remove()
  await database.drop()
})

const run = (folder = content.folder) =>
  ingest({ contentFolder: folder, databaseUrl: database.writeUrl, now: NOW, onProgress: () => {} })

const writeLedger = (...lines: string[]) => content.write(LEDGER, `${[...BASELINE, ...lines].join('\n')}\n`)

/** When the confirmations were first committed, in the order recorded. */
async function entered(): Promise<(string | null)[]> {
  const rows = await database.query<{ entered_at: Date | null }>(
    "SELECT entered_at FROM ledger_line WHERE kind = 'confirm' ORDER BY recorded_at",
  )
  return rows.map(row => row.entered_at?.toISOString() ?? null)
}

describe('when a line was entered', () => {
  it('is unknown without git', async () => {
    writeLedger(FIRST)
    await run()
    expect(await entered()).toEqual([null])
  })

  it('is the time of the first commit that has it, and null until there is one', async () => {
    content.git('init', '-q')
    writeLedger(FIRST)
    content.commit('2026-03-13T12:00:00+04:00')
    writeLedger(FIRST, SECOND)
    const { revision } = await run()
    expect(await entered()).toEqual(['2026-03-13T08:00:00.000Z', null])
    content.commit('2026-03-22T12:00:00+04:00')
    const later = await run()
    expect(later).toMatchObject({ changed: true })
    expect(later.revision).not.toBe(revision)
    expect(await entered()).toEqual(['2026-03-13T08:00:00.000Z', '2026-03-22T08:00:00.000Z'])
    expect(await run()).toMatchObject({ changed: false, revision: later.revision })
  })

  it('is that of the branch, not of the merge, whichever side it came from', async () => {
    content.git('init', '-q', '-b', 'main')
    content.write('.gitattributes', '*.jsonl merge=union\n')
    writeLedger(FIRST)
    content.commit('2026-03-13T12:00:00+04:00')
    content.git('checkout', '-q', '-b', 'owner')
    writeLedger(FIRST, SECOND)
    content.commit('2026-03-20T12:00:00+04:00')
    content.git('checkout', '-q', 'main')
    writeLedger(FIRST, THIRD)
    content.commit('2026-03-27T12:00:00+04:00')
    content.git('-c', 'user.name=T', '-c', 'user.email=t@example.org', 'merge', '-q', '--no-edit', 'owner')
    await run()
    expect(await entered()).toEqual([
      '2026-03-13T08:00:00.000Z',
      '2026-03-20T08:00:00.000Z',
      '2026-03-27T08:00:00.000Z',
    ])
  })

  it('is the same where the content is a folder of the repository, merged or not', async () => {
    const outer = new ContentFolder()
    outer.git('init', '-q', '-b', 'main')
    outer.write('content/categories.yaml', outer.read('categories.yaml'))
    outer.delete('categories.yaml')
    outer.write('.gitattributes', '*.jsonl merge=union\n')
    const inner = `content/${LEDGER}`
    outer.write(`content/${DOCUMENT}/en.md`, checklist(ROWS))
    outer.write(inner, `${BASELINE.join('\n')}\n`)
    outer.commit('2026-03-05T12:00:00+04:00')
    outer.git('checkout', '-q', '-b', 'owner')
    outer.write(inner, `${[...BASELINE, FIRST].join('\n')}\n`)
    outer.commit('2026-03-13T12:00:00+04:00')
    outer.git('checkout', '-q', 'main')
    outer.write(inner, `${[...BASELINE, SECOND].join('\n')}\n`)
    outer.commit('2026-03-20T12:00:00+04:00')
    outer.git('-c', 'user.name=T', '-c', 'user.email=t@example.org', 'merge', '-q', '--no-edit', 'owner')
    await run(`${outer.folder}/content`)
    outer.remove()
    expect(await entered()).toEqual(['2026-03-13T08:00:00.000Z', '2026-03-20T08:00:00.000Z'])
  })

  it('does not go by where a shallow clone begins', async () => {
    content.git('init', '-q')
    writeLedger(FIRST)
    content.commit('2026-03-13T12:00:00+04:00')
    writeLedger(FIRST, SECOND)
    content.commit('2026-03-20T12:00:00+04:00')
    writeLedger(FIRST, SECOND, THIRD)
    content.commit('2026-03-27T12:00:00+04:00')
    const clone = new ContentFolder()
    clone.delete('.')
    content.git('clone', '-q', '--depth', '2', `file://${content.folder}`, clone.folder)
    await run(clone.folder)
    clone.remove()
    expect(await entered()).toEqual([null, null, '2026-03-27T08:00:00.000Z'])
  })

  it('is filled in a database written before anyone asked', async () => {
    content.git('init', '-q')
    writeLedger(FIRST)
    content.commit('2026-03-13T12:00:00+04:00')
    await run()
    await database.query(
      "UPDATE ledger_line SET entered_at = NULL; UPDATE portal SET projection_version = 1, revision = 'older'",
    )
    expect((await run()).changed).toBe(true)
    expect(await entered()).toEqual(['2026-03-13T08:00:00.000Z'])
  })
})

describe('who may have recorded a line', () => {
  const reassigned = ROWS.map(row => row.replace('LEDGER_ENGINEER', 'SECURITY_OFFICER'))
  const codes = async () =>
    (await run()).diagnostics.flatMap(({ severity, code }) => (severity === 'error' ? [code] : []))

  /** The same content in a database that has never seen any. */
  async function codesAfresh(): Promise<string[]> {
    await database.drop()
    database = await createTestDatabase()
    return codes()
  }

  it('is judged by the commit that first had it, so that a new owner leaves the past valid', async () => {
    content.git('init', '-q')
    writeLedger(FIRST)
    content.commit('2026-03-13T12:00:00+04:00')
    expect(await codes()).toEqual([])
    content.write(`${DOCUMENT}/en.md`, checklist(reassigned))
    expect(await codes()).toEqual([])
    content.commit('2026-03-14T12:00:00+04:00')
    expect(await codes()).toEqual([])
    expect(await codesAfresh()).toEqual([])
  })

  it('refuses the former owner’s next line, committed or not', async () => {
    content.git('init', '-q')
    writeLedger(FIRST)
    content.commit('2026-03-13T12:00:00+04:00')
    content.write(`${DOCUMENT}/en.md`, checklist(reassigned))
    content.commit('2026-03-14T12:00:00+04:00')
    writeLedger(FIRST, SECOND)
    expect(await codes()).toEqual(['recorder-not-owner'])
    content.commit('2026-03-20T12:00:00+04:00')
    expect(await codes()).toEqual(['recorder-not-owner'])
    writeLedger(FIRST, SECOND)
    content.write(`${DOCUMENT}/en.md`, checklist(ROWS))
    content.commit('2026-03-21T12:00:00+04:00')
    expect(await codes()).toEqual(['recorder-not-owner'])
  })

  it('goes by the Georgian text where there was one', async () => {
    content.git('init', '-q')
    content.write(`${DOCUMENT}/ka.md`, checklist(ROWS, 'ka'))
    writeLedger(FIRST)
    content.commit('2026-03-13T12:00:00+04:00')
    content.write(`${DOCUMENT}/ka.md`, checklist(reassigned, 'ka'))
    content.write(`${DOCUMENT}/en.md`, checklist(reassigned))
    content.commit('2026-03-14T12:00:00+04:00')
    expect(await codes()).toEqual([])
    expect(await codesAfresh()).toEqual([])
  })

  it('holds a baseline to the owner the document had then', async () => {
    content.git('init', '-q')
    writeLedger(FIRST)
    content.commit('2026-03-13T12:00:00+04:00')
    content.write(
      `${DOCUMENT}/en.md`,
      checklist(ROWS).replace('Owner Role: CHAIN_OFFICER', 'Owner Role: PROGRAM_OWNER'),
    )
    content.commit('2026-03-14T12:00:00+04:00')
    expect(await codes()).toEqual([])
  })

  it('judges a line that was ingested as a draft again, once it is committed', async () => {
    content.git('init', '-q')
    writeLedger(FIRST)
    content.commit('2026-03-13T12:00:00+04:00')
    writeLedger(FIRST, SECOND)
    expect(await codes()).toEqual([])
    content.write(`${DOCUMENT}/en.md`, checklist(reassigned))
    content.commit('2026-03-20T12:00:00+04:00')
    expect(await codes()).toEqual(['recorder-not-owner'])
    expect(await codesAfresh()).toEqual(['recorder-not-owner'])
  })

  it('without git is not asked again of what was ingested', async () => {
    writeLedger(FIRST)
    expect(await codes()).toEqual([])
    content.write(`${DOCUMENT}/en.md`, checklist(reassigned))
    expect(await codes()).toEqual([])
    writeLedger(FIRST, SECOND)
    expect(await codes()).toEqual(['recorder-not-owner'])
  })
})
