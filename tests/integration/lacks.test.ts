import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PROJECT } from '#cli/project.ts'
import { viewVariables } from '#features/access/view-urls-model.ts'
import { ingest } from '#features/ingest/ingest.ts'
import { LACKS, type Upkeep } from '#features/upkeep/upkeep-model.ts'
import { ContentFolder, checklist, ROWS } from '#tests/integration/content-folder.ts'
import { createTestDatabase, type TestDatabase } from '#tests/integration/database.ts'

const CHILD = path.join(import.meta.dirname, 'lacks-child.ts')
const run = promisify(execFile)
const DAYS = ['2026-03-01', '2026-03-02', '2026-03-05', '2026-03-11', '2026-03-16', '2026-03-21']

const WHOLE = {
  'Document ID': 'WHOLE',
  Version: 'v1',
  Status: 'Active',
  'Owner Role': 'CHAIN_OFFICER',
  'Last Review Date': '2026-03-01',
  'Next Review Date': '2026-03-12',
  'Change Log': 'below',
  'Approved By': 'GOVERNANCE_ADMIN',
  'Approved On': '2026-03-04',
}

const text = (facts: object, title: string, ...sections: readonly string[]): string =>
  `---\n${Object.entries(facts)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join(
      '',
    )}---\n\n# ${title}\n\n${sections.map((words, at) => `## ${at + 1}. ${title}\n\n${words}\n`).join('\n')}`

const line = (changes: object): string =>
  `${JSON.stringify({
    recordedAt: '2026-03-06T00:00:00+04:00',
    for: '2026-03-06',
    workstream: 1,
    kind: 'baseline',
    status: 'DONE',
    targetDate: '2026-03-04',
    by: 'CHAIN_OFFICER',
    ...changes,
  })}\n`

const content = new ContentFolder()
let database: TestDatabase
const told = new Map<string, { readonly found: Upkeep; readonly ruled: Upkeep }>()

const mark = (document: string) =>
  run(process.execPath, [path.join('cli', 'mza.ts'), 'translations', 'mark', document], {
    cwd: PROJECT,
    env: { PATH: process.env['PATH'], HOME: content.folder, MZA_CONTENT: content.folder } as never,
  })

/** Documents that lack each thing and nothing, in languages that came one after the other, and checklists with a past. */
beforeAll(async () => {
  database = await createTestDatabase()
  content.git('init', '-q', '-b', 'main')
  for (const [name, facts] of Object.entries({
    whole: WHOLE,
    unversioned: { ...WHOLE, 'Document ID': 'UNVERSIONED', Version: '' },
    unapproved: { ...WHOLE, 'Document ID': 'UNAPPROVED', 'Approved By': 'SRE_LEAD' },
    undated: { ...WHOLE, 'Document ID': 'UNDATED', 'Next Review Date': '', 'Approved On': '' },
    inner: { ...WHOLE, 'Document ID': 'INNER', Class: 'INTERNAL' },
    split: { ...WHOLE, 'Document ID': 'SPLIT', 'Section Classes': '{ w-2: INTERNAL }' },
  })) {
    content.write(`80_chain/${name}/ka.md`, text(facts, 'წესი', 'ერთი.', 'ორი.'))
    content.write(
      `80_chain/${name}/en.md`,
      text({ 'Document ID': facts['Document ID'] }, 'Rule', 'One.', 'Two.'),
    )
    await mark(`80_chain/${name}`)
  }
  content.write('80_chain/late/tr.md', text({ ...WHOLE, 'Document ID': 'LATE' }, 'Kural', 'Bir.'))
  content.write('80_chain/list/en.md', checklist(ROWS).replace('2026-03-04', '2026-03-02'))
  content.write('80_chain/logged/en.md', checklist([ROWS[0] ?? '']).replace('TEST', 'LOGGED'))
  content.commit('2026-03-04T12:00:00+04:00')
  content.write('80_chain/split/ka.md', content.read('80_chain/split/ka.md').replace('ორი.', 'სამი.'))
  content.write('80_chain/late/ru.md', text({ 'Document ID': 'LATE' }, 'Правило', 'Один.', 'Два.'))
  content.write(
    '80_chain/logged/change-log.jsonl',
    line({}) + line({ recordedAt: '2026-03-10T12:00:00+04:00', for: '2026-03-13', kind: 'confirm' }),
  )
  content.commit('2026-03-10T12:00:00+04:00')
  content.write('80_chain/whole/en.md', `${content.read('80_chain/whole/en.md')}\n## 3. More\n\nThree.\n`)
  content.write('80_chain/late/ka.md', text({ ...WHOLE, 'Document ID': 'LATE', Status: '' }, 'წესი', 'ერთი.'))
  content.commit('2026-03-15T12:00:00+04:00')
  const { diagnostics } = await ingest({
    contentFolder: content.folder,
    databaseUrl: database.writeUrl,
    now: new Date('2026-03-20T10:00:00Z'),
    onProgress: () => {},
  })
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  const { stdout } = await run(process.execPath, [CHILD, ...DAYS], {
    env: { ...process.env, ...viewVariables(database.viewUrls) },
  })
  for (const answer of stdout.trim().split('\n')) {
    const { name, ...found } = JSON.parse(answer)
    told.set(name, found)
  }
})
afterAll(async () => {
  await database.drop()
  content.remove()
})

test('what all documents lack is what each lacks by the rules, on every day, to every scope, in every language', () => {
  expect(told.size).toBe((DAYS.length + 1) * 6 * 2)
  expect([...told].map(([name, { found }]) => [name, found])).toEqual(
    [...told].map(([name, { ruled }]) => [name, ruled]),
  )
})

test('what is compared differs: by day, by scope, and by what is lacking', () => {
  const lacks = [...told.values()].flatMap(({ found }) => found.lacking.map(each => each.lacks.join(' ')))
  for (const each of LACKS) expect(lacks).toContain(each)
  const totals = (scope: string) => DAYS.map(day => told.get(`${scope} ${day} ka`)?.found.total)
  expect(totals('admin')).toEqual([0, 1, 8, 9, 9, 9])
  expect(totals('guest')).toEqual([0, 1, 7, 8, 8, 8])
  const untouched = [...told.values()].filter(({ found }) => found.total > found.lacking.length)
  expect(untouched.length).toBeGreaterThan(0)
})
