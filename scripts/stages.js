import path from 'node:path'
import { findChromium, installChromium } from './chromium.js'
import { COLOUR } from './colour.js'
import { withoutSecrets } from './environment.js'
import { Interrupted } from './failure.js'
import { lockedNode } from './hand-over.js'
import { findJava, findProgram, installJava } from './java.js'
import { run } from './run.js'
import { step } from './step.js'
import { vitest } from './vitest.js'

/**
 * What a stage of the tests came to. A static check counts as one.
 * @typedef {{passed: number, failed: number, skipped: string[]}} Counts
 * @typedef {{project: string, signal: AbortSignal}} Context
 * @typedef {{name: string, title: string, play: (context: Context) => Promise<Counts>}} Stage
 */

/**
 * A program of a package in node_modules, run on the locked Node, whose exit code says whether the check passed.
 * @param {string} name @param {string} title @param {string} script below node_modules @param {string[]} args
 * @returns {Stage}
 */
const check = (name, title, script, args) => ({
  name,
  title,
  async play({ project, signal }) {
    const file = path.join(project, 'node_modules', script)
    let output = ''
    const onText = (/** @type {string} */ text) => {
      output += text
    }
    const env = { ...withoutSecrets(), ...COLOUR, NEXT_TELEMETRY_DISABLED: '1' }
    try {
      await step(title, () =>
        run(lockedNode(project), [file, ...args], { cwd: project, env, signal, onText }),
      )
    } catch (error) {
      if (error instanceof Interrupted || output === '') throw error
      console.error(`\n${output}`)
      return { passed: 0, failed: 1, skipped: [] }
    }
    return { passed: 1, failed: 0, skipped: [] }
  },
})

/** @param {string} name @param {string} title @returns {Stage} */
const tests = (name, title) => ({ name, title, play: context => vitest(name, title, context) })

/** @type {Stage} */
const endToEnd = {
  name: 'e2e',
  title: 'end-to-end tests',
  async play(context) {
    if (!(await findChromium()))
      await step('install Chromium', () => installChromium(context.project, context.signal))
    return vitest('e2e', 'end-to-end tests', context)
  },
}

/** @type {Stage} */
const kafka = {
  name: 'kafka',
  title: 'tests on Apache Kafka',
  async play(context) {
    const { MZA_REQUIRE_KAFKA: required, PATH, JAVA_HOME } = process.env
    const places = { PATH, JAVA_HOME }
    if (required === '1' && !((await findJava(places)) && findProgram('mvn', places)))
      await step('install Java and Maven', () => installJava(places, context.signal))
    return vitest('kafka', 'tests on Apache Kafka', context)
  },
}

/** In the order in which they run. Message keys are checked by the unit tests and by the types. */
export const STAGES = [
  check('lint', 'format and lint', '@biomejs/biome/bin/biome', [
    'ci',
    `--colors=${process.stdout.isTTY ? 'force' : 'off'}`,
  ]),
  check('generate', 'generated code: routes', 'next/dist/bin/next', ['typegen']),
  check('types', 'types', 'typescript/bin/tsc', ['--noEmit', '--incremental', 'false']),
  check('unused', 'unused code', 'knip/bin/knip.js', []),
  tests('unit', 'unit tests'),
  tests('integration', 'integration tests'),
  endToEnd,
  kafka,
  tests('resilience', 'resilience tests'),
]
