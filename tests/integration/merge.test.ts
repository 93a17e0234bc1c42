import { execFile } from 'node:child_process'
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { PROJECT } from '#cli/project.ts'
import { writeFiles } from '#cli/recording/write-files.ts'
import { parseDay } from '#features/checklist/calendar-model.ts'
import { holdDocument, planRecordings } from '#features/checklist/recording-ingest.ts'
import type { Recording } from '#features/checklist/recording-model.ts'
import { formatDiagnostic } from '#features/diagnostic/diagnostic-model.ts'
import { walkContent } from '#features/document/walk-ingest.ts'
import { ingest } from '#features/ingest/ingest.ts'
import { ContentFolder } from '#tests/integration/content-folder.ts'
import { createTestDatabase, type TestDatabase } from '#tests/integration/database.ts'

const FOLDER = '80_chain/checklist'
const LANGUAGES = ['ka', 'en']
const OWNERS = ['LEDGER_ENGINEER', 'SRE_LEAD', 'RELEASE_MANAGER', 'PROGRAM_OWNER'] as const

let database: TestDatabase
let content: ContentFolder

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** A checklist of four workstreams in two languages, with its ledger begun. */
beforeEach(async () => {
  content = new ContentFolder()
  const rows = OWNERS.map(
    (owner, index) => `| ${index + 1} | Part | ${owner} | 2026-03-20 | 🟡 IN_PROGRESS |`,
  )
  const sections = OWNERS.map(
    (_, index) => `## ${index + 1}. Part\n\nWords of part ${index + 1}.\n\nMore words.\n`,
  )
  for (const locale of LANGUAGES)
    content.write(
      `${FOLDER}/${locale}.md`,
      `---\nOwner Role: CHAIN_OFFICER\nLast Review Date: 2026-03-04\n---\n\n# Checklist\n\n| # | Workstream | Owner | Target Date | Status |\n|---|---|---|---|---|\n${rows.join('\n')}\n\n${sections.join('\n')}`,
    )
  content.write('.gitattributes', 'change-log.jsonl merge=union\n')
  content.git('init', '-q', '-b', 'main')
  content.git('config', 'user.name', 'Test')
  content.git('config', 'user.email', 'test@example.org')
  await report('2026-03-05T10:00:00Z', { workstream: 1, kind: 'confirm', by: 'LEDGER_ENGINEER' })
})
afterEach(() => content.remove())

/** Records and commits, as an owner does. */
async function report(at: string, ...recordings: Recording[]): Promise<void> {
  const now = new Date(at)
  const { documents } = await walkContent(content.folder)
  const [found] = documents
  if (!found) throw new Error('no document')
  const { document, diagnostics } = await holdDocument(found, now)
  if (!document) throw new Error(diagnostics.map(formatDiagnostic).join('\n'))
  const { plan, diagnostics: wrong } = await planRecordings({ document, diagnostics }, recordings, now)
  if (!plan) throw new Error(wrong.map(formatDiagnostic).join('\n'))
  await writeFiles(plan.files)
  content.commit(at)
}

/** What two owners do apart, each from the same commit, and what git makes of it. */
async function mergeAfter(ours: () => Promise<void>, theirs: () => Promise<void>, style = 'merge') {
  content.git('checkout', '-q', '-b', 'theirs')
  await theirs()
  content.git('checkout', '-q', 'main')
  await ours()
  try {
    content.git('-c', `merge.conflictStyle=${style}`, 'merge', '-q', '--no-edit', 'theirs')
    return 'merged'
  } catch {
    return 'conflict'
  }
}

async function mza(...args: string[]): Promise<{ code: number; output: string }> {
  const run = promisify(execFile)(process.execPath, [path.join(PROJECT, 'cli', 'mza.ts'), ...args], {
    cwd: PROJECT,
    env: { ...process.env, MZA_CONTENT: content.folder },
  })
  try {
    const { stdout, stderr } = await run
    return { code: 0, output: stdout + stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, output: stdout + stderr }
  }
}

const filesNow = () =>
  [...LANGUAGES.map(locale => `${locale}.md`), 'change-log.jsonl'].map(file =>
    content.read(`${FOLDER}/${file}`),
  )

const NOTE = { ka: 'გასაღები აკლია', en: 'No key' }
const LATER_NOTE = { ka: 'წვდომა აკლია', en: 'No access' }
const blocked = (note: typeof NOTE): Recording => ({
  workstream: 2,
  kind: 'change',
  status: 'BLOCKED',
  note,
  by: 'SRE_LEAD',
})
const done: Recording = { workstream: 3, kind: 'change', status: 'DONE', by: 'RELEASE_MANAGER' }
const moved: Recording = {
  workstream: 1,
  kind: 'change',
  targetDate: parseDay('2026-03-30') ?? undefined,
  reason: { ka: 'მიზეზი', en: 'A cause' },
  by: 'LEDGER_ENGINEER',
}

describe('mza resolve', () => {
  it.each(['merge', 'diff3', 'zdiff3'])(
    'brings tables and notes in step after a merge with conflicts in the style %s',
    async style => {
      const outcome = await mergeAfter(
        () => report('2026-03-10T10:00:00Z', blocked(LATER_NOTE), done),
        () => report('2026-03-09T10:00:00Z', moved, blocked(NOTE)),
        style,
      )
      expect(outcome).toBe('conflict')
      const before = filesNow()
      expect(await mza('resolve', '--dry-run')).toMatchObject({ code: 0 })
      expect(filesNow()).toEqual(before)

      expect(await mza('resolve')).toMatchObject({ code: 0 })
      const english = content.read(`${FOLDER}/en.md`)
      expect(english).toContain('| 1 | Part | LEDGER_ENGINEER | 2026-03-30 | 🟡 IN_PROGRESS |')
      expect(english).toContain('| 2 | Part | SRE_LEAD | 2026-03-20 | 🔴 BLOCKED |')
      expect(english).toContain('| 3 | Part | RELEASE_MANAGER | 2026-03-20 | 🟢 DONE |')
      expect(english).toContain('## 2. Part\n\n> 🔴 BLOCKED: No access\n\nWords of part 2.')
      expect(content.read(`${FOLDER}/ka.md`)).toContain('> 🔴 BLOCKED: წვდომა აკლია\n')

      content.commit('2026-03-10T12:00:00Z')
      const request = { contentFolder: content.folder, databaseUrl: database.writeUrl, onProgress: () => {} }
      const { diagnostics } = await ingest({ ...request, now: new Date('2026-03-11T10:00:00Z') })
      expect(diagnostics).toEqual([])
      expect(await mza('resolve')).toMatchObject({ output: expect.stringContaining('nothing is written') })
    },
  )

  it('removes the note that a merge left, where one branch cleared the blocker', async () => {
    await report('2026-03-06T10:00:00Z', blocked(NOTE))
    const cleared: Recording = {
      workstream: 2,
      kind: 'change',
      status: 'IN_PROGRESS',
      resolution: NOTE,
      by: 'SRE_LEAD',
    }
    await mergeAfter(
      () => report('2026-03-09T10:00:00Z', blocked(LATER_NOTE)),
      () => report('2026-03-10T10:00:00Z', cleared),
    )
    expect(await mza('resolve')).toMatchObject({ code: 0 })
    expect(filesNow().slice(0, 2).join('')).not.toContain('BLOCKED')
  })

  it('keeps a confirm that a change on another branch has overtaken as a report, and what the change says', async () => {
    const outcome = await mergeAfter(
      () => report('2026-03-10T10:00:00Z', { workstream: 1, kind: 'confirm', by: 'LEDGER_ENGINEER' }),
      () => report('2026-03-09T10:00:00Z', moved),
    )
    expect(outcome).toBe('merged')
    expect(await mza('check')).toMatchObject({ code: 0 })
    expect(await mza('resolve')).toMatchObject({ output: expect.stringContaining('nothing is written') })
    await report('2026-03-12T10:00:00Z', { workstream: 1, kind: 'confirm', by: 'LEDGER_ENGINEER' })
    expect(content.read(`${FOLDER}/change-log.jsonl`)).toMatch(
      /"for":"2026-03-13","workstream":1,"kind":"confirm","status":"IN_PROGRESS","targetDate":"2026-03-30"/,
    )
    expect(await mza('check')).toMatchObject({ code: 0 })
  })

  it('judges what a merge under way brings by the owner of its time', async () => {
    const outcome = await mergeAfter(
      async () => {
        await report('2026-03-10T10:00:00Z', done)
        for (const locale of LANGUAGES) {
          const file = `${FOLDER}/${locale}.md`
          content.write(
            file,
            content.read(file).replace('| 1 | Part | LEDGER_ENGINEER', '| 1 | Part | SRE_LEAD'),
          )
        }
        content.commit('2026-03-10T11:00:00Z')
      },
      () =>
        report(
          '2026-03-09T10:00:00Z',
          { workstream: 1, kind: 'confirm', by: 'LEDGER_ENGINEER' },
          { ...moved, workstream: 3, by: 'RELEASE_MANAGER' },
        ),
    )
    expect(outcome).toBe('conflict')
    expect(await mza('resolve')).toMatchObject({ code: 0 })
    expect(await mza('check')).toMatchObject({ code: 0 })
    content.commit('2026-03-10T12:00:00Z')
    expect(await mza('check')).toMatchObject({ code: 0 })
  })

  it('takes the same change of two branches for no mistake, and no third one after them', async () => {
    await mergeAfter(
      () => report('2026-03-10T10:00:00Z', done),
      () => report('2026-03-09T10:00:00Z', done),
    )
    expect(await mza('resolve')).toMatchObject({ code: 0 })
    expect(await mza('check')).toMatchObject({ code: 0 })
    await expect(report('2026-03-11T10:00:00Z', done)).rejects.toThrow(/change-changes-nothing/)
  })

  it('refuses branches that cannot both hold, names the line and writes nothing', async () => {
    await mergeAfter(
      () => report('2026-03-10T10:00:00Z', { ...done, workstream: 2, by: 'SRE_LEAD' }),
      () => report('2026-03-11T10:00:00Z', blocked(NOTE)),
    )
    const before = filesNow()
    const { code, output } = await mza('resolve')
    expect(code).toBe(1)
    expect(output).toMatch(
      /change-log\.jsonl:\d+:1 error status-transition: expected IN_PROGRESS after DONE, found BLOCKED/,
    )
    expect(filesNow()).toEqual(before)
  })

  it('refuses a conflict in other words, at its line, and writes nothing', async () => {
    const reword = (words: string) => async () => {
      const text = content.read(`${FOLDER}/en.md`)
      content.write(`${FOLDER}/en.md`, text.replace('Words of part 4.', words))
      content.commit('2026-03-10T11:00:00Z')
    }
    const outcome = await mergeAfter(reword('One thing.'), reword('Another thing.'))
    expect(outcome).toBe('conflict')
    const before = filesNow()
    const line =
      content
        .read(`${FOLDER}/en.md`)
        .split('\n')
        .findIndex(text => text.startsWith('<<<<<<<')) + 1
    const { code, output } = await mza('resolve')
    expect(code).toBe(1)
    expect(output).toContain(`${FOLDER}/en.md:${line}:1 error conflict-elsewhere`)
    expect(filesNow()).toEqual(before)
  })
})

describe('a text that is not UTF-8', () => {
  it('is refused by mza resolve, with its rule and place, and keeps its bytes', async () => {
    const text = content.read(`${FOLDER}/ka.md`).replace('| 🟡 IN_PROGRESS |', '| ⚪ TODO |')
    const file = path.join(content.folder, FOLDER, 'ka.md')
    const bytes = Buffer.concat([Buffer.from(text), Buffer.from([0xe9, 0x0a])])
    writeFileSync(file, bytes)
    const { code, output } = await mza('resolve')
    expect(code).toBe(1)
    const line = text.split('\n').length
    expect(output).toContain(`${FOLDER}/ka.md:${line}:1 error text-utf8: expected UTF-8, found byte 0xe9`)
    expect(readFileSync(file)).toEqual(bytes)
  })
})

describe('mza record', () => {
  const edit = (from: string, to: string) =>
    content.write(`${FOLDER}/ka.md`, content.read(`${FOLDER}/ka.md`).replace(from, to))

  it('proposes the lines that a hand-edited table lacks, and writes them where asked to', async () => {
    edit(
      '| 3 | Part | RELEASE_MANAGER | 2026-03-20 | 🟡 IN_PROGRESS |',
      '| 3 | Part | RELEASE_MANAGER | 2026-03-27 | 🟢 DONE |',
    )
    const before = filesNow()
    const proposed = await mza('record')
    expect(proposed).toMatchObject({ code: 0, output: expect.stringContaining('needs a reason') })
    expect(await mza('record', '--write')).toMatchObject({ code: 1 })
    expect(filesNow()).toEqual(before)

    const given = ['--workstream', '3', '--reason-ka', 'მიზეზი', '--reason-en', 'A cause']
    expect(await mza('record', '--write', ...given)).toMatchObject({ code: 0 })
    expect(content.read(`${FOLDER}/en.md`)).toContain('| 2026-03-27 | 🟢 DONE |')
    expect(await mza('record')).toMatchObject({
      output: expect.stringContaining('nothing is to be recorded'),
    })
    const { output } = await mza('resolve')
    expect(output).toContain('nothing is written')
  })

  it('takes the words of a blocker from the note that was written by hand, and leaves that as it is', async () => {
    edit('| SRE_LEAD | 2026-03-20 | 🟡 IN_PROGRESS |', '| SRE_LEAD | 2026-03-20 | 🔴 BLOCKED |')
    edit('Words of part 2.', '> 🔴 BLOCKED: **გასაღები**\\\n> აკლია\n\nWords of part 2.')
    expect(await mza('record', '--as', 'SRE_LEAD', '--write')).toMatchObject({ code: 0 })
    expect(content.read(`${FOLDER}/change-log.jsonl`)).toContain('"note":{"ka":"გასაღები\\nაკლია"}')
    expect(content.read(`${FOLDER}/ka.md`)).toContain('> 🔴 BLOCKED: **გასაღები**\\\n> აკლია\n')
    expect(content.read(`${FOLDER}/en.md`)).toContain('> 🔴 BLOCKED: გასაღები\n> აკლია\n')
  })

  it('does not take another checklist for the first while one cannot be read', async () => {
    content.write('80_chain/another/ka.md', content.read(`${FOLDER}/ka.md`).replace('IN_PROGRESS', 'BEGUN'))
    const { code, output } = await mza('record')
    expect(code).toBe(1)
    expect(output).toContain('name the checklist with --document')
    expect(await mza('record', '--document', FOLDER)).toMatchObject({ code: 0 })
  })

  it('refuses a status to which nothing leads', async () => {
    edit('| SRE_LEAD | 2026-03-20 | 🟡 IN_PROGRESS |', '| SRE_LEAD | 2026-03-20 | ⚪ TODO |')
    const { code, output } = await mza('record')
    expect(code).toBe(1)
    expect(output).toContain('expected BLOCKED or DONE after IN_PROGRESS, found TODO')
  })

  it('leaves what others edited as it is', async () => {
    edit('| SRE_LEAD | 2026-03-20 | 🟡 IN_PROGRESS |', '| SRE_LEAD | 2026-03-19 | 🟡 IN_PROGRESS |')
    edit(
      '| RELEASE_MANAGER | 2026-03-20 | 🟡 IN_PROGRESS |',
      '| RELEASE_MANAGER | 2026-03-18 | 🟡 IN_PROGRESS |',
    )
    expect(await mza('record', '--as', 'SRE_LEAD', '--write')).toMatchObject({
      code: 0,
      output: expect.stringContaining('After this it remains to mend'),
    })
    expect(content.read(`${FOLDER}/ka.md`)).toContain('| RELEASE_MANAGER | 2026-03-18 |')
  })
})

describe('mza friday --digest', () => {
  it('prints the week from the files, in the language asked for, and refuses what it cannot say', async () => {
    await report('2026-03-10T10:00:00Z', done)
    const { code, output } = await mza('friday', '--digest', '--as-of', '2026-03-12', '--locale', 'en')
    expect(code).toBe(0)
    expect(output).toContain('# Checklist: Friday report, March 13, 2026')
    expect(output).toContain(
      'March 10, 2026, RELEASE_MANAGER: Work was completed. Status: In progress (IN_PROGRESS) → Done (DONE).',
    )
    expect(await mza('friday', '--digest', '--as-of', '2026-03-01')).toMatchObject({ code: 1 })
    appendFileSync(path.join(content.folder, FOLDER, 'change-log.jsonl'), 'no line\n')
    expect(await mza('friday', '--digest')).toMatchObject({
      code: 1,
      output: expect.stringContaining('ledger-json'),
    })
  })
})
