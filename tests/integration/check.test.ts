import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findCommit, findUsualBase } from '#features/ingest/base-ingest.ts'
import { checkContent } from '#features/ingest/check-ingest.ts'
import { ContentFolder, checklist, ROWS } from '#tests/integration/content-folder.ts'
import { BASELINE, confirmed, ledgerLine } from '#tests/integration/ledger-story.ts'

const DOCUMENT = '80_chain/checklist'
const LEDGER = `${DOCUMENT}/change-log.jsonl`
const NOW = new Date('2026-04-20T10:00:00Z')
const OWNER = 'ledger@example.org'
const ADMIN = 'admin@example.org'

const FIRST = confirmed('2026-03-13T10:00:00+04:00', '2026-03-13')
const SECOND = confirmed('2026-03-20T10:00:00+04:00', '2026-03-20')
const THIRD = confirmed('2026-03-27T10:00:00+04:00', '2026-03-27')

const ROLES = `roles:
  ${OWNER}: [LEDGER_ENGINEER]
  ${ADMIN}: [GOVERNANCE_ADMIN]
`

let content: ContentFolder

beforeEach(() => {
  content = new ContentFolder()
  content.git('init', '-q', '-b', 'main')
  content.write(`${DOCUMENT}/en.md`, checklist(ROWS))
})

afterEach(() => content.remove())

const writeLedger = (...lines: string[]) => content.write(LEDGER, `${[...BASELINE, ...lines].join('\n')}\n`)

const check = (base: string | null = null, contentFolder = content.folder) =>
  checkContent({ contentFolder, base, now: NOW })

const codes = async (base: string | null = null, folder?: string) =>
  (await check(base, folder)).diagnostics.map(found => found.code)

describe('mza check', () => {
  it('accepts content that keeps every rule, and says what it looked at', async () => {
    writeLedger(FIRST)
    content.commit('2026-03-13T12:00:00+04:00')
    writeLedger(FIRST, SECOND)
    expect(await check()).toEqual({
      diagnostics: [],
      documents: 1,
      lines: 5,
      uncommitted: 1,
      commits: 1,
      authored: null,
    })
  })

  it('finds what an ingest would, also in lines that are not committed', async () => {
    writeLedger(FIRST)
    content.commit('2026-03-13T12:00:00+04:00')
    writeLedger(FIRST, confirmed('2026-03-20T10:00:00+04:00', '2026-03-20', 'SRE_LEAD'))
    expect((await check()).diagnostics).toMatchObject([
      { code: 'recorder-not-owner', file: expect.stringContaining(LEDGER), line: 5 },
    ])
  })

  it('works without git, and says what it could not check', async () => {
    content.delete('.git')
    expect(await codes()).toEqual(['history-missing'])
    expect((await check()).commits).toBeNull()
  })

  it('finds a line that some commit had, though later ones took it back', async () => {
    writeLedger(FIRST)
    content.commit('2026-03-13T12:00:00+04:00')
    writeLedger()
    content.commit('2026-03-14T12:00:00+04:00')
    expect(await codes()).toEqual(['ledger-rewritten'])
  })

  it('lets a branch that was squashed drop what it never merged', async () => {
    writeLedger(FIRST)
    const base = content.commit('2026-03-13T12:00:00+04:00')
    content.git('checkout', '-q', '-b', 'draft')
    writeLedger(FIRST, confirmed('2026-03-20T09:00:00+04:00', '2026-03-20'))
    content.commit('2026-03-20T12:00:00+04:00')
    content.git('checkout', '-q', 'main')
    writeLedger(FIRST, SECOND)
    content.commit('2026-03-20T13:00:00+04:00')
    expect(await codes(base)).toEqual(['authors-unchecked'])
  })

  it('warns of a line that a branch had and took back before it was merged', async () => {
    writeLedger(FIRST)
    const base = content.commit('2026-03-13T12:00:00+04:00')
    content.git('checkout', '-q', '-b', 'owner')
    writeLedger(FIRST, SECOND)
    const commit = content.commit('2026-03-20T12:00:00+04:00')
    writeLedger(FIRST, THIRD)
    content.commit('2026-03-27T12:00:00+04:00')
    content.git('checkout', '-q', 'main')
    const merge = ['merge', '-q', '--no-ff', '--no-edit', 'owner']
    content.git('-c', 'user.name=M', '-c', 'user.email=m@example.org', ...merge)
    const { diagnostics } = await check(base)
    expect(diagnostics).toMatchObject([
      { code: 'branch-rewritten', severity: 'warning' },
      { code: 'authors-unchecked' },
    ])
    expect(diagnostics[0]?.message).toContain(`commit ${commit.slice(0, 12)}`)
  })

  it('refuses to vouch for a shallow clone, and says what to fetch', async () => {
    writeLedger(FIRST)
    content.commit('2026-03-13T12:00:00+04:00')
    writeLedger(FIRST, SECOND)
    content.commit('2026-03-20T12:00:00+04:00')
    const clone = new ContentFolder()
    clone.delete('.')
    content.git('clone', '-q', '--depth', '1', `file://${content.folder}`, clone.folder)
    const { diagnostics } = await check(null, clone.folder)
    clone.remove()
    expect(diagnostics).toMatchObject([{ code: 'history-shallow', severity: 'error' }])
    expect(diagnostics[0]?.mend).toContain('fetch-depth: 0')
  })
})

describe('a base', () => {
  it('keeps its lines, though history was rewritten so that no commit has them', async () => {
    writeLedger(FIRST, SECOND)
    const base = content.commit('2026-03-20T12:00:00+04:00')
    content.git('update-ref', '-d', 'HEAD')
    writeLedger(FIRST)
    content.commit('2026-03-20T12:00:00+04:00')
    expect(await codes()).toEqual([])
    const { diagnostics } = await check(base)
    expect(diagnostics.map(found => found.code)).toEqual([
      'ledger-rewritten',
      'base-diverged',
      'authors-unchecked',
    ])
    expect(diagnostics[0]?.message).toContain('2026-03-20T10:00:00+04:00')
  })

  it('keeps its ledgers, though document and history are gone', async () => {
    content.write('80_chain/other.md', '# Other\n')
    writeLedger(FIRST)
    const base = content.commit('2026-03-20T12:00:00+04:00')
    content.git('update-ref', '-d', 'HEAD')
    content.delete(DOCUMENT)
    content.commit('2026-03-21T12:00:00+04:00')
    expect(await codes(base)).toContain('ledger-rewritten')
  })

  it('may be the content as a folder of a repository', async () => {
    const outer = new ContentFolder()
    outer.git('init', '-q')
    outer.write('content/categories.yaml', outer.read('categories.yaml'))
    outer.write(`content/${DOCUMENT}/en.md`, checklist(ROWS))
    outer.write(`content/${LEDGER}`, `${[...BASELINE, FIRST].join('\n')}\n`)
    const base = outer.commit('2026-03-13T12:00:00+04:00')
    outer.git('update-ref', '-d', 'HEAD')
    outer.write(`content/${LEDGER}`, `${BASELINE.join('\n')}\n`)
    outer.commit('2026-03-14T12:00:00+04:00')
    const found = await codes(base, `${outer.folder}/content`)
    outer.remove()
    expect(found).toEqual(['ledger-rewritten', 'base-diverged', 'authors-unchecked'])
  })

  it('is found by any name of a commit, and by nothing else', async () => {
    const commit = content.commit('2026-03-13T12:00:00+04:00')
    content.git('tag', 'v1')
    for (const name of ['main', 'v1', 'HEAD', commit.slice(0, 10)])
      expect(await findCommit(content.folder, name)).toBe(commit)
    for (const name of ['gone', '--all', '', 'HEAD:categories.yaml', '0'.repeat(40)])
      expect(await findCommit(content.folder, name)).toBeNull()
  })

  it('is by default where the branch left the one it follows', async () => {
    const base = content.commit('2026-03-13T12:00:00+04:00')
    expect(await findUsualBase(content.folder)).toBeNull()
    content.git('checkout', '-q', '-b', 'owner', '--track', 'main')
    writeLedger(FIRST)
    content.commit('2026-03-14T12:00:00+04:00')
    expect(await findUsualBase(content.folder)).toBe(base)
  })
})

describe('the author of a commit', () => {
  /** A base in which roles are held, and the ledger begun. */
  function begin(): string {
    content.write('roles.yaml', ROLES)
    writeLedger(FIRST)
    return content.commit('2026-03-13T12:00:00+04:00', 'anyone@example.org')
  }

  it('holds the role that recorded the line, or GOVERNANCE_ADMIN', async () => {
    const base = begin()
    writeLedger(FIRST, SECOND)
    content.commit('2026-03-20T12:00:00+04:00', OWNER.toUpperCase())
    writeLedger(FIRST, SECOND, THIRD)
    content.commit('2026-03-27T12:00:00+04:00', ADMIN)
    expect(await check(base)).toMatchObject({ diagnostics: [], authored: 2 })
  })

  it('is refused otherwise, naming line, role and commit', async () => {
    const base = begin()
    writeLedger(FIRST, SECOND)
    const commit = content.commit('2026-03-20T12:00:00+04:00', 'anyone@example.org')
    expect((await check(base)).diagnostics).toMatchObject([
      {
        code: 'author-not-role',
        file: expect.stringContaining(LEDGER),
        line: 5,
        message: `expected an author who holds LEDGER_ENGINEER or GOVERNANCE_ADMIN, found anyone@example.org (commit ${commit.slice(0, 12)}), who holds no role`,
      },
    ])
  })

  it('gains no role by the change that needs it', async () => {
    const base = begin()
    content.write('roles.yaml', `${ROLES}  new@example.org: [LEDGER_ENGINEER]\n`)
    writeLedger(FIRST, SECOND)
    const commit = content.commit('2026-03-20T12:00:00+04:00', 'new@example.org')
    expect(await codes(base)).toEqual(['author-not-role'])
    writeLedger(FIRST, SECOND, THIRD)
    content.commit('2026-03-27T12:00:00+04:00', 'new@example.org')
    expect(await codes(commit)).toEqual([])
  })

  it('is the one who wrote the line, not the one who merged it', async () => {
    content.write('.gitattributes', '*.jsonl merge=union\n')
    const base = begin()
    content.git('checkout', '-q', '-b', 'owner')
    writeLedger(FIRST, SECOND)
    content.commit('2026-03-20T12:00:00+04:00', OWNER)
    content.git('checkout', '-q', 'main')
    writeLedger(FIRST, THIRD)
    content.commit('2026-03-27T12:00:00+04:00', OWNER)
    content.git('-c', 'user.name=M', '-c', 'user.email=m@example.org', 'merge', '-q', '--no-edit', 'owner')
    expect(await check(base)).toMatchObject({ diagnostics: [], authored: 2 })
  })

  it('is not asked of the baseline that the table of the base implies', async () => {
    content.write('roles.yaml', ROLES)
    const base = content.commit('2026-03-05T12:00:00+04:00')
    writeLedger(FIRST)
    content.commit('2026-03-13T12:00:00+04:00', OWNER)
    expect(await check(base)).toMatchObject({ diagnostics: [], authored: 1 })
    content.git('reset', '-q', '--hard', base)
    content.write(`${DOCUMENT}/en.md`, checklist(ROWS.map(row => row.replace('🔴 BLOCKED', '🟢 DONE'))))
    content.write(
      LEDGER,
      `${[...BASELINE.slice(0, 2), ledgerLine({ workstream: 3, targetDate: '2026-03-10' })].join('\n')}\n`,
    )
    content.commit('2026-03-13T12:00:00+04:00', OWNER)
    expect(await codes(base)).toEqual(['author-not-role'])
  })

  it('is not checked while nobody is listed, and that is said once', async () => {
    content.write('roles.yaml', 'roles: {}\n')
    writeLedger()
    const base = content.commit('2026-03-05T12:00:00+04:00')
    writeLedger(FIRST, SECOND)
    content.commit('2026-03-20T12:00:00+04:00')
    const { diagnostics, authored } = await check(base)
    expect(authored).toBeNull()
    expect(diagnostics).toMatchObject([{ code: 'authors-unchecked', severity: 'warning' }])
  })
})
