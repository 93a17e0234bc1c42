import { explain } from './explain.js'
import { Interrupted } from './failure.js'
import { requireNode } from './require-node.js'
import { stopSignal } from './stop-signal.js'

const INTERRUPTED = 130

/**
 * Runs an entry to its end and ends the process: with the entry's code, or with a failure in plain words.
 * @param {(signal: AbortSignal) => Promise<number>} entry gives the exit code
 * @returns {Promise<never>}
 */
export async function enter(entry) {
  const signal = stopSignal()
  try {
    requireNode()
    process.exitCode = await entry(signal)
  } catch (error) {
    const interrupted = signal.aborted || error instanceof Interrupted
    const { message, remedy } = explain(error)
    console.error(
      interrupted
        ? '\nInterrupted. Nothing is lost; the same command goes on from here.'
        : `\n${message}\n${remedy}`,
    )
    process.exitCode = interrupted ? INTERRUPTED : 1
  }
  // A parent that is watched, or a channel to it, would keep the process waiting.
  process.exit()
}
