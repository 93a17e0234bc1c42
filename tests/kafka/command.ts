import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'
import { plainEnvironment } from '#cli/env.ts'
import { PROJECT } from '#cli/project.ts'

/** One of the orchestrator's commands, as a process of its own. */
export interface Command {
  readonly process: ChildProcess
  /** Settles when it has ended. */
  readonly ended: Promise<Ended>
  /** Calls back for every line of its log. */
  onLog(listen: (line: LogLine) => void): void
  /** All of its standard error so far. */
  told(): string
}

interface Ended {
  readonly code: number | null
  /** What it printed on standard output; null: nothing, or no JSON object. */
  readonly said: Readonly<Record<string, unknown>> | null
  /** The end of its standard error. */
  readonly log: string
}

/** A line of the log: at a boundary `msg` is its name. */
type LogLine = Readonly<Record<string, unknown>>

const KEPT = 4000

/** Starts a command on the Node that runs the tests, with nothing in its environment but these variables. */
export function startCommand(
  entry: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>>,
): Command {
  const child = spawn(process.execPath, [path.join(PROJECT, 'orchestrator', `${entry}.ts`), ...args], {
    cwd: PROJECT,
    env: { ...plainEnvironment(), ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  // A test that fails leaves nobody behind.
  onTestFinished(() => void child.kill('SIGKILL'))
  let output = ''
  let told = ''
  const listeners: ((line: LogLine) => void)[] = []
  child.stdout.on('data', chunk => {
    output += chunk
  })
  createInterface({ input: child.stderr }).on('line', line => {
    told += `${line}\n`
    const parsed = objectIn(line)
    if (parsed) for (const listen of listeners) listen(parsed)
  })
  const ended = once(child, 'close').then(([code]) => ({
    code,
    said: objectIn(output),
    log: told.slice(-KEPT),
  }))
  return { process: child, ended, onLog: listen => void listeners.push(listen), told: () => told }
}

/** Runs a command to its end. @throws {Error} with the end of its log where that is not 0 */
export async function runCommand(
  ...of: Parameters<typeof startCommand>
): Promise<Readonly<Record<string, unknown>>> {
  const { code, said, log } = await startCommand(...of).ended
  if (code !== 0 || !said) throw new Error(`${of[0]} ended with ${code}\n${log}`)
  return said
}

function objectIn(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : null
  } catch {
    return null
  }
}
