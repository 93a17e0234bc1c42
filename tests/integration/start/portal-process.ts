import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { plainEnvironment } from '#cli/env.ts'

/** `npm start` as an operator sees it: what it prints, how it ends. */
export class PortalProcess {
  readonly #child: ChildProcess
  readonly #listeners = new Set<() => void>()
  readonly ended: Promise<number | null>
  output = ''

  constructor(clone: string, variables: Record<string, string>, user?: { uid: number; gid: number }) {
    // As npm runs it, but without npm's own second for each start; a group of its own, as in a terminal.
    this.#child = spawn(process.execPath, [path.join('scripts', 'start.js')], {
      cwd: clone,
      detached: true,
      env: { ...plainEnvironment(), ...variables },
      // The channel: where the tests are killed, it ends too.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      ...user,
    })
    const take = (chunk: Buffer) => {
      this.output += chunk.toString()
      for (const listener of this.#listeners) listener()
    }
    this.#child.stdout?.on('data', take)
    this.#child.stderr?.on('data', take)
    this.ended = new Promise(resolve => {
      this.#child.once('close', code => {
        for (const listener of this.#listeners) listener()
        resolve(code)
      })
    })
  }

  /** Waits until it has printed something. */
  async printed(what: RegExp): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const look = () => {
        if (what.test(this.output)) resolve()
        else if (this.#hasEnded()) reject(new Error(`it ended without ${what}:\n${this.output}`))
      }
      this.#listeners.add(look)
      look()
    })
  }

  /** Sends a signal to it and all it has started, as a terminal does. */
  signal(name: NodeJS.Signals): void {
    if (!this.#hasEnded() && this.#child.pid !== undefined) process.kill(-this.#child.pid, name)
  }

  #hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null
  }

  /** Presses Ctrl-C and waits for the end. */
  async interrupt(): Promise<number | null> {
    this.signal('SIGINT')
    return this.ended
  }
}
