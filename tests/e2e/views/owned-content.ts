import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { PROJECT } from '#cli/project.ts'
import { writeReportedContent } from '#tests/setup/reported-content.ts'
import { addDays, today } from '../days.ts'

/** Path of a second checklist, begun three weeks ago, of which the SRE_LEAD owns four workstreams. */
export const SECOND = '80_chain/second-checklist'

/** Target dates of its workstreams, by number. */
export const TARGETS: Readonly<Record<number, string>> = {
  1: addDays(today(), 5),
  2: addDays(today(), -3),
  3: today(),
  4: addDays(today(), -10),
  5: addDays(today(), 30),
}

const text = (title: string): string => `---
Document ID: GOS-80-SECOND
Version: 1.0.0
Status: DRAFT
Owner Role: SRE_LEAD
Last Review Date: ${addDays(today(), -21)}
Next Review Date: ${addDays(today(), -1)}
---

# ${title}

| # | Workstream | Owner | Target Date | Status |
|---|---|---|---|---|
| 1 | First | SRE_LEAD | ${TARGETS[1]} | ⚪ TODO |
| 2 | Second | SRE_LEAD | ${TARGETS[2]} | 🟡 IN_PROGRESS |
| 3 | Third | SRE_LEAD | ${TARGETS[3]} | ⚪ TODO |
| 4 | Fourth | SRE_LEAD | ${TARGETS[4]} | 🟢 DONE |
| 5 | Fifth | RELEASE_MANAGER | ${TARGETS[5]} | ⚪ TODO |

## 4. Fourth

- [x] It is there.
- [ ] It works.
`

/**
 * The reported content with the second checklist; workstream 2 of the first has changed hands since, and one of its sections is
 * not for owners.
 */
export class OwnedContent {
  readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mza-owned-'))

  constructor() {
    writeReportedContent(this.folder)
    for (const [locale, title] of [
      ['ka', 'მეორე სია'],
      ['en', 'The second list'],
    ] as const) {
      const file = path.join(this.folder, '80_chain', 'no-rework-migration-checklist', `${locale}.md`)
      const now = fs.readFileSync(file, 'utf8').replace(/^(\| 2 \|.*)LEDGER_ENGINEER/m, '$1CHAIN_OFFICER')
      fs.writeFileSync(
        file,
        locale === 'ka' ? now.replace('---\n', '---\nSection Classes: { w-11: RESTRICTED }\n') : now,
      )
      fs.mkdirSync(path.join(this.folder, SECOND), { recursive: true })
      fs.writeFileSync(path.join(this.folder, SECOND, `${locale}.md`), text(title))
    }
    this.#commit()
    this.run(`npm run -s mza -- confirm 3 --as SRE_LEAD --document ${SECOND}`)
    this.#commit()
  }

  /** Runs a command as its reader would, in a working copy of the portal. Throws with what was printed where it fails. */
  run(command: string): void {
    const { status, stdout, stderr } = spawnSync('sh', ['-c', command], {
      cwd: PROJECT,
      encoding: 'utf8',
      env: { ...process.env, MZA_CONTENT: this.folder },
    })
    if (status !== 0) throw new Error(`${command}\n${stdout}${stderr}`)
  }

  /** What the ledger of the second checklist says last. */
  last(lines: number): Record<string, unknown>[] {
    const ledger = fs.readFileSync(path.join(this.folder, SECOND, 'change-log.jsonl'), 'utf8')
    return ledger
      .trimEnd()
      .split('\n')
      .slice(-lines)
      .map(line => JSON.parse(line))
  }

  remove(): void {
    fs.rmSync(this.folder, { recursive: true, force: true })
  }

  #commit(): void {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=Owner', '-c', 'user.email=owner@example.org', ...args], {
        cwd: this.folder,
      })
    git('add', '--all')
    git('-c', 'commit.gpgsign=false', 'commit', '-q', '-m', 'Owners')
  }
}
