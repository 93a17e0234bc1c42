import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { PROJECT } from '#orchestrator/project.ts'
import { lockedNode } from '#scripts/hand-over.js'

export type OperatorCommand = 'single-operator-e2e' | 'single-operator-replay-dlq'

/** A command as its operator sees it end. */
export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** A bundle that is not whole yet has a name that nobody looks at. */
const isTaken = (name: string): boolean => !name.startsWith('.')

/** The single operator's commands as processes of their own, on folders of their own. */
export class Operator {
  readonly outputs: string
  readonly evidence: string

  constructor(outputs: string, evidence: string) {
    this.outputs = outputs
    this.evidence = evidence
  }

  start(
    command: OperatorCommand,
    args: readonly string[] = [],
    variables: Record<string, string> = {},
  ): ChildProcess {
    const entry = path.join('orchestrator', `${command}.ts`)
    return spawn(lockedNode(PROJECT), [entry, ...args], {
      cwd: PROJECT,
      env: {
        PATH: process.env['PATH'],
        KES_OUTPUTS: this.outputs,
        MZA_EVIDENCE: this.evidence,
        KES_SUBJECT_COMMIT: 'a1b2c3d4',
        ...variables,
      } as never,
    })
  }

  async run(...started: Parameters<Operator['start']>): Promise<Ended> {
    return ended(this.start(...started))
  }

  /** Runs a command that ends well, and gives what it prints. */
  async summary(...started: Parameters<Operator['start']>) {
    const { code, out, err } = await this.run(...started)
    if (code !== 0) throw new Error(`ended with ${code}: ${out}${err}`)
    return JSON.parse(out) as Record<string, unknown> & { runId: string; bundle: string }
  }

  /** The runs whose bundles are there, `dev` all of them. */
  runs(): string[] {
    const folder = path.join(this.evidence, 'dev')
    return fs.existsSync(folder) ? fs.readdirSync(folder).filter(isTaken).toSorted() : []
  }
}

/** How a process ends, and what it said. */
export function ended(child: ChildProcess): Promise<Ended> {
  let [out, err] = ['', '']
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    err += text
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', code => resolve({ code, out, err }))
  })
}
