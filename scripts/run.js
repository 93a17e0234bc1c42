import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { withoutSecrets } from './environment.js'
import { Failure, Interrupted } from './failure.js'

const KEPT_CHARACTERS = 20_000
const GRACE_MS = 2000
const TIED = fileURLToPath(new URL('tied.js', import.meta.url))

/** A program that ended with another code than 0. */
class ProgramError extends Error {
  /** @param {string} message @param {string} output all it printed, warnings included */
  constructor(message, output) {
    super(message)
    this.output = output
  }
}

/**
 * Runs a program to its end and gives what it printed. An aborted signal ends it with all its children.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv | undefined, signal?: AbortSignal | undefined, uid?: number | undefined, gid?: number | undefined,
 *   show?: boolean, tied?: boolean, onText?: (text: string) => void}} [options] `env`: ours without its secrets, unless given; `show` prints its output as it comes; `tied` ends it with us
 *   even where we are killed
 * @returns {Promise<string>} standard output and error, as they came
 * @throws {Failure} when it ends with another code than 0, or cannot be started
 */
export function run(command, args, { signal, show = false, tied = false, onText, ...options } = {}) {
  // A group of its own, so that one signal reaches grandchildren too; Windows has no groups and ends the tree by taskkill.
  const detached = process.platform !== 'win32'
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(new Interrupted())
    const [program, programArgs] = tied ? [process.execPath, [TIED, command, ...args]] : [command, args]
    const child = spawn(program, programArgs, {
      env: withoutSecrets(),
      ...options,
      detached,
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'pipe', ...(tied ? /** @type {const} */ (['ipc']) : [])],
    })
    let output = ''
    /** @param {Buffer} chunk */
    const take = chunk => {
      const text = chunk.toString()
      output = (output + text).slice(-KEPT_CHARACTERS)
      onText?.(text)
      if (show) process.stdout.write(text)
    }
    child.stdout?.on('data', take)
    child.stderr?.on('data', take)
    const abort = () => {
      endTree(child.pid)
      setTimeout(() => endTree(child.pid, 'SIGKILL'), GRACE_MS).unref()
    }
    signal?.addEventListener('abort', abort, { once: true })
    child.once('error', error => {
      signal?.removeEventListener('abort', abort)
      reject(new Failure(`${command} could not be started (${error.message})`, `Install ${command}.`, error))
    })
    // Not 'close': a server that the program left behind may hold its output open.
    child.once('exit', (code, ended) => {
      signal?.removeEventListener('abort', abort)
      if (signal?.aborted) return reject(new Interrupted())
      setImmediate(() =>
        code === 0
          ? resolve(output)
          : reject(
              new ProgramError(`${gist(output)}\n(${command} ended with ${code ?? ended})`.trim(), output),
            ),
      )
    })
  })
}

/**
 * Ends a process and the group it leads.
 * @param {number | undefined} pid
 * @param {NodeJS.Signals} [how]
 */
function endTree(pid, how = 'SIGTERM') {
  if (pid === undefined) return
  try {
    if (process.platform === 'win32')
      spawn('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' })
    else process.kill(-pid, how)
  } catch {
    // It has already ended.
  }
}

/**
 * The part of an output that says what went wrong: npm says it first, most others last.
 * @param {string} text
 */
const gist = text => {
  const lines = text.split('\n').filter(line => line.trim() !== '' && !/ warn /.test(line))
  return lines.length <= 16 ? lines.join('\n') : [...lines.slice(0, 8), '…', ...lines.slice(-8)].join('\n')
}
