import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const CATEGORIES = `categories:
  - code: 80_chain
    version: v1.0.0
    ownerRole: DOCUMENT_CUSTODIAN
    reviewCycleDays: 60
    approvalAuthority: [GOVERNANCE_ADMIN, CHAIN_OFFICER]
    class: PUBLIC
    title: { ka: ჯაჭვი, en: Chain }
`

const AUTHOR = { name: 'Test', email: 'test@example.org' }

/** A content folder for a test, with one category, and git when asked for. */
export class ContentFolder {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'mza-content-'))

  constructor() {
    this.write('categories.yaml', CATEGORIES)
  }

  write(file: string, content: string | Uint8Array): void {
    const absolute = path.join(this.folder, file)
    mkdirSync(path.dirname(absolute), { recursive: true })
    writeFileSync(absolute, content)
  }

  read(file: string): string {
    return readFileSync(path.join(this.folder, file), 'utf8')
  }

  delete(file: string): void {
    rmSync(path.join(this.folder, file), { recursive: true })
  }

  git(...args: string[]): string {
    return execFileSync('git', args, { cwd: this.folder, stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim()
  }

  /** Commits everything as of an instant, ISO 8601, and gives the commit's id. */
  commit(at: string, email = AUTHOR.email): string {
    if (!this.git('rev-parse', '--is-inside-work-tree').startsWith('true')) throw new Error('no repository')
    this.git('add', '--all')
    execFileSync(
      'git',
      [
        '-c',
        `user.name=${AUTHOR.name}`,
        '-c',
        `user.email=${email}`,
        '-c',
        'commit.gpgsign=false',
        'commit',
        '-qm',
        at,
      ],
      {
        cwd: this.folder,
        env: { PATH: '/usr/local/bin:/usr/bin:/bin', GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at } as never,
      },
    )
    return this.git('rev-parse', 'HEAD')
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/** A checklist with one workstream a row, and a section for each. */
export function checklist(rows: readonly string[], lang = 'en'): string {
  const numbers = rows.map(row => row.split('|')[1]?.trim())
  return `---
Document ID: TEST-CHECKLIST
Owner Role: CHAIN_OFFICER
Last Review Date: 2026-03-04
---

# Checklist (${lang})

| # | Workstream | Owner | Target Date | Status |
|---|---|---|---|---|
${rows.join('\n')}

${numbers.map(number => `## ${number}. Section\n\n> 🔴 BLOCKED: waiting for a key.\n`).join('\n')}`
}

export const ROWS = [
  '| 1 | Freeze | CHAIN_OFFICER | 2026-03-04 | 🟢 DONE |',
  '| 2 | Order | LEDGER_ENGINEER | 2026-03-09 | ⚪ TODO |',
  '| 3 | Retry | SRE_LEAD | 2026-03-10 | 🔴 BLOCKED |',
]
