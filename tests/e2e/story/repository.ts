import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { PROJECT } from '#cli/project.ts'

const CLOCK = path.join(import.meta.dirname, 'clock.ts')
const MZA = path.join(PROJECT, 'cli', 'mza.ts')

/** Whoever owns workstreams: a role and the address they commit with. */
const addressOf = (role: string): string => `${role.toLowerCase().replaceAll('_', '.')}@example.org`

export interface Outcome {
  readonly status: number | null
  readonly output: string
}

/** A content repository as its owners work on it, each command and commit at a moment of the story. */
export class Repository {
  readonly folder: string

  /** The project's content, with these roles held by one person each, committed at an instant. */
  constructor(roles: readonly string[], at: string) {
    this.folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mza-story-'))
    fs.cpSync(path.join(PROJECT, 'content'), this.folder, { recursive: true })
    const holders = roles.map(role => `  ${addressOf(role)}: [${role}]\n`).join('')
    fs.writeFileSync(path.join(this.folder, 'roles.yaml'), `roles:\n${holders}`)
    fs.copyFileSync(path.join(PROJECT, '.gitattributes'), path.join(this.folder, '.gitattributes'))
    fs.appendFileSync(path.join(this.folder, '.gitattributes'), '**/change-log.jsonl merge=union\n')
    this.git('init', '-q', '-b', 'main')
    this.commit('CHAIN_OFFICER', at)
  }

  git(...args: string[]): string {
    return execFileSync('git', args, { cwd: this.folder, stdio: ['ignore', 'pipe', 'pipe'] }).toString()
  }

  /** What git says where it may refuse. */
  tryGit(...args: string[]): Outcome {
    const { status, stdout, stderr } = spawnSync('git', [...this.#identity('PROGRAM_OWNER'), ...args], {
      cwd: this.folder,
      encoding: 'utf8',
    })
    return { status, output: stdout + stderr }
  }

  commit(role: string, at: string): void {
    this.git('add', '--all')
    execFileSync('git', [...this.#identity(role), 'commit', '-q', '-m', `${role}, ${at}`], {
      cwd: this.folder,
      env: { ...process.env, GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at },
    })
  }

  /** Runs a command at a moment, without a database. No evidence lies there: the project's is of a later day. */
  mza(at: string, ...args: string[]): Outcome {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', CLOCK, MZA, ...args], {
      cwd: PROJECT,
      encoding: 'utf8',
      env: {
        ...process.env,
        MZA_CONTENT: this.folder,
        MZA_EVIDENCE: path.join(this.folder, 'evidence'),
        MZA_STORY_NOW: at,
      },
    })
    return { status, output: stdout + stderr }
  }

  remove(): void {
    fs.rmSync(this.folder, { recursive: true, force: true })
  }

  #identity(role: string): string[] {
    return ['-c', `user.name=${role}`, '-c', `user.email=${addressOf(role)}`, '-c', 'commit.gpgsign=false']
  }
}
