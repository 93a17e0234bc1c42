import { execFile } from 'node:child_process'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { PROJECT } from '#cli/project.ts'
import { lockedNode } from '#scripts/hand-over.js'
import { ContentFolder, checklist, ROWS } from '#tests/integration/content-folder.ts'
import { BASELINE, confirmed } from '#tests/integration/ledger-story.ts'

const DOCUMENT = '80_chain/checklist'
const LEDGER = `${DOCUMENT}/change-log.jsonl`
const FIRST = confirmed('2026-03-13T10:00:00+04:00', '2026-03-13')

let content: ContentFolder

beforeEach(() => {
  content = new ContentFolder()
  content.git('init', '-q', '-b', 'main')
  content.write(`${DOCUMENT}/en.md`, checklist(ROWS))
  content.write(LEDGER, `${[...BASELINE, FIRST].join('\n')}\n`)
  content.commit('2026-03-13T12:00:00+04:00')
})

afterEach(() => content.remove())

/** Runs `mza check` on the folder, with no database anywhere. */
const check = (...args: string[]) =>
  new Promise<{ code: number; out: string; err: string }>(resolve => {
    const env = { PATH: process.env['PATH'], HOME: content.folder, MZA_CONTENT: content.folder }
    const command = [path.join('cli', 'mza.ts'), 'check', ...args]
    execFile(lockedNode(PROJECT), command, { cwd: PROJECT, env: env as never }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    )
  })

it('mza check ends well where all is well, and counts what it checked', async () => {
  const { code, out, err } = await check('--base', 'HEAD')
  expect({ code, out }).toEqual({
    code: 0,
    out: `Checked: 1 document, 4 ledger lines (0 uncommitted)
  rewriting: against 1 commit and base ${content.git('rev-parse', 'HEAD').slice(0, 12)}
  authors: not checked, nobody is listed in its roles.yaml
`,
  })
  expect(err).toContain('warning authors-unchecked')
})

it('mza check ends with 1 where the content has errors, each with its place and mend', async () => {
  content.write(LEDGER, `${BASELINE.join('\n')}\n`)
  const { code, out, err } = await check()
  expect(code).toBe(1)
  expect(out).toContain('Checked: 1 document, 3 ledger lines')
  expect(err).toMatch(/checklist\/change-log\.jsonl:1:1 error ledger-rewritten: expected .+\n {4}mend: /)
  expect(err).toContain('errors: 1, warnings: 0')
})

it('mza check refuses a base that is no commit, and says what to do', async () => {
  const { code, out, err } = await check('--base', 'origin/main')
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toContain('--base origin/main is no commit in the repository of')
  expect(err).toContain('fetch-depth: 0')
})
