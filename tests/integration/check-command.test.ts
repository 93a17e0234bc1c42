import { execFile } from 'node:child_process'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
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
    const env = {
      PATH: process.env['PATH'],
      HOME: content.folder,
      MZA_CONTENT: content.folder,
      MZA_EVIDENCE: path.join(content.folder, 'no-evidence'),
    }
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

describe('without a base', () => {
  const SECOND = confirmed('2026-03-20T10:00:00+04:00', '2026-03-20')

  /** A clone of a server's, with a branch that adds a line and is pushed. */
  beforeEach(() => {
    content.git('update-ref', 'refs/remotes/origin/main', 'HEAD')
    content.git('config', 'remote.origin.url', content.folder)
    content.git('config', 'remote.origin.fetch', '+refs/heads/*:refs/remotes/origin/*')
    content.git('checkout', '-q', '-b', 'report')
    content.write(LEDGER, `${[...BASELINE, FIRST, SECOND].join('\n')}\n`)
    content.commit('2026-03-20T12:00:00+04:00')
    content.git('update-ref', 'refs/remotes/origin/report', 'HEAD')
    content.git('config', 'branch.report.remote', 'origin')
    content.git('config', 'branch.report.merge', 'refs/heads/report')
  })

  const baseOf = (revision: string) => `base ${content.git('rev-parse', revision).slice(0, 12)}`

  it('mza check holds a pushed branch against main, not against itself', async () => {
    expect((await check()).out).toContain(baseOf('main'))
  })

  it('mza check holds it against what the remote says is its main branch', async () => {
    content.git('update-ref', 'refs/remotes/origin/trunk', 'main')
    content.git('update-ref', 'refs/remotes/origin/main', 'HEAD')
    content.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/trunk')
    expect((await check()).out).toContain(baseOf('main'))
  })

  it('mza check takes the base of all zeros, which CI gives for a new branch, for none', async () => {
    expect((await check('--base', '0'.repeat(40))).out).toContain(baseOf('main'))
    content.git('update-ref', '-d', 'refs/remotes/origin/main')
    content.git('config', '--unset', 'branch.report.merge')
    expect(await check('--base', '0'.repeat(40))).toMatchObject({
      code: 0,
      out: expect.stringContaining('not checked, no base'),
    })
  })
})

it('mza check refuses a base that is no commit, and says what to do', async () => {
  const { code, out, err } = await check('--base', 'origin/main')
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toContain('--base origin/main is no commit in the repository of')
  expect(err).toContain('fetch-depth: 0')
})
