import { spawn } from 'node:child_process'
import path from 'node:path'

/**
 * The Node 24 that the project locks as a dependency.
 * @param {string} project
 */
export const lockedNode = project =>
  path.join(project, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/**
 * V8 lets what it made last grow to three times 16 MB and more before it looks what of it is still needed. Commands that
 * read much need no such haste: this costs no time that can be measured, and a third of the memory.
 */
export const SPARING = ['--max-semi-space-size=4']

/**
 * Runs a TypeScript entry of the project on the locked Node, in this terminal, and gives its exit code.
 * @param {string} project
 * @param {readonly string[]} args
 * @param {AbortSignal} signal passed on as SIGTERM; the entry cleans up and ends
 * @returns {Promise<number>}
 */
export const handOver = (project, args, signal) =>
  new Promise((resolve, reject) => {
    // The channel tells the entry, by closing, that this process was killed.
    const child = spawn(lockedNode(project), [...SPARING, ...args], {
      cwd: project,
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    })
    const stop = () => child.kill('SIGTERM')
    signal.addEventListener('abort', stop, { once: true })
    if (signal.aborted) stop()
    child.once('error', reject)
    child.once('exit', (code, ended) => resolve(code ?? (ended ? 1 : 0)))
  })
