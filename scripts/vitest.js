import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { COLOUR } from './colour.js'
import { withoutSecrets } from './environment.js'
import { Failure, Interrupted } from './failure.js'
import { lockedNode } from './hand-over.js'
import { run } from './run.js'

/** Far more than a stage takes on a slow machine: one that hangs is to be named, not waited for. */
const LONGEST_MS = 25 * 60_000

/**
 * Runs one of Vitest's projects, showing its output, and counts its tests.
 * @param {string} name
 * @param {string} title
 * @param {import('./stages.js').Context} context
 * @returns {Promise<import('./stages.js').Counts>}
 */
export async function vitest(name, title, { project, signal }) {
  const folder = path.join(project, 'tests', 'output')
  fs.mkdirSync(folder, { recursive: true })
  const counts = path.join(folder, `counts-${randomBytes(4).toString('hex')}.json`)
  const reporters = [
    '--reporter=default',
    `--reporter=${path.join(project, 'tests', 'setup', 'counting-reporter.ts')}`,
  ]
  const script = path.join(project, 'node_modules', 'vitest', 'vitest.mjs')
  console.log(`  … ${title}`)
  const limit = AbortSignal.timeout(LONGEST_MS)
  try {
    await run(lockedNode(project), [script, 'run', `--project=${name}`, ...reporters], {
      cwd: project,
      env: { ...withoutSecrets(), ...COLOUR, MZA_COUNTS: counts },
      signal: AbortSignal.any([signal, limit]),
      show: true,
    })
  } catch (error) {
    if (error instanceof Interrupted) {
      await run(lockedNode(project), [path.join('tests', 'setup', 'remove-server.ts')], { cwd: project })
      if (signal.aborted) throw error
      throw new Failure(
        `The ${title} did not end within ${LONGEST_MS / 60_000} minutes.`,
        'The test after the last one named above hangs: run its file alone.',
        error,
      )
    }
    // It may end badly without a failed test: where what they all need could not be set up.
    const counted = take(counts)
    if (counted && counted.failed > 0) return counted
    throw new Failure(`The ${title} could not run.`, 'Read what is printed above.', error)
  }
  return take(counts) ?? { passed: 0, failed: 0, skipped: [] }
}

/** @param {string} file @returns {import('./stages.js').Counts | null} */
function take(file) {
  if (!fs.existsSync(file)) return null
  const counted = JSON.parse(fs.readFileSync(file, 'utf8'))
  fs.rmSync(file)
  return counted
}
