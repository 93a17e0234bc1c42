import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { enter } from './enter.js'
import { explain } from './explain.js'
import { Failure, Interrupted } from './failure.js'
import { handOver } from './hand-over.js'
import { install } from './install.js'
import { STAGES } from './stages.js'

const project = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

await enter(async signal => {
  const chosen = chooseStages(process.argv.slice(2))
  await install(project, signal)
  if ((await handOver(project, [path.join('cli', 'mza.ts'), 'generate'], signal)) !== 0)
    throw new Failure('The generated code could not be made.', 'Read what is printed above.')
  const since = performance.now()
  const total = { passed: 0, failed: 0 }
  /** @type {string[]} */
  const skipped = []
  for (const stage of chosen) {
    const counts = await play(stage, { project, signal })
    total.passed += counts.passed
    total.failed += counts.failed
    skipped.push(...counts.skipped)
  }
  for (const why of new Set(skipped))
    console.log(`${skipped.filter(other => other === why).length} not run: ${why}`)
  console.log(`in ${((performance.now() - since) / 1000).toFixed(0)} s`)
  console.log(`${total.passed} passed, ${total.failed} failed`)
  return total.failed > 0 ? 1 : 0
})

/**
 * A stage that fails to run counts as one failure, and the others still run.
 * @param {import('./stages.js').Stage} stage
 * @param {import('./stages.js').Context} context
 */
async function play(stage, context) {
  try {
    return await stage.play(context)
  } catch (error) {
    if (error instanceof Interrupted) throw error
    const { message, remedy } = explain(error)
    console.error(`\n${message}\n${remedy}\n`)
    return { passed: 0, failed: 1, skipped: [] }
  }
}

/** @param {string[]} names */
function chooseStages(names) {
  const unknown = names.find(name => STAGES.every(stage => stage.name !== name))
  if (unknown)
    throw new Failure(
      `there is no stage “${unknown}”`,
      `Choose of: ${STAGES.map(({ name }) => name).join(', ')}`,
    )
  return names.length === 0 ? STAGES : STAGES.filter(({ name }) => names.includes(name))
}
