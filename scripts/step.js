import { explain } from './explain.js'
import { Failure, Interrupted } from './failure.js'

const live = process.stdout.isTTY === true
const FIRST_SIGN_MS = live ? 300 : 2000
const NEXT_SIGN_MS = live ? 1000 : 15_000

/** @param {number} since a value of performance.now() */
const seconds = since => `${((performance.now() - since) / 1000).toFixed(1)} s`

/**
 * Does one step and prints a line with its time: while it lasts a sign of life, then how it ended.
 * @template T
 * @param {string} title
 * @param {(note: (text: string) => void) => Promise<T>} work may call `note` with what it is doing or has done
 * @returns {Promise<T>}
 * @throws {Failure} named after the step, or Interrupted
 */
export async function step(title, work) {
  const since = performance.now()
  let noted = ''
  const sign = () => {
    const line = `  … ${title}${noted && `: ${noted}`} (${seconds(since)})`
    process.stdout.write(live ? `\r${line.slice(0, process.stdout.columns - 1)}\x1b[K` : `${line}\n`)
    timer = setTimeout(sign, NEXT_SIGN_MS)
  }
  let timer = setTimeout(sign, FIRST_SIGN_MS)
  /** @param {string} mark @param {string} text */
  const end = (mark, text) => {
    clearTimeout(timer)
    process.stdout.write(`${live ? '\r\x1b[K' : ''}  ${mark} ${text} (${seconds(since)})\n`)
  }
  try {
    const result = await work(text => {
      noted = text
    })
    end('✓', `${title}${noted && `: ${noted}`}`)
    return result
  } catch (error) {
    if (error instanceof Interrupted) {
      end('–', `${title}: interrupted`)
      throw error
    }
    end('✗', title)
    const { message, remedy } = explain(error)
    throw new Failure(`The step “${title}” failed: ${message}`, remedy, error)
  }
}
