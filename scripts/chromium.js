import fs from 'node:fs'
import path from 'node:path'
import { aptInstall } from './apt.js'
import { Failure, Interrupted } from './failure.js'
import { run } from './run.js'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * A Chromium of this machine: the one that `CHROMIUM_PATH` names, one on the PATH, or Playwright's own.
 * @returns {Promise<string | null>}
 */
export async function findChromium() {
  const { CHROMIUM_PATH = '', PATH = '' } = process.env
  const onPath = PATH.split(path.delimiter).flatMap(folder => NAMES.map(name => path.join(folder, name)))
  const found = [CHROMIUM_PATH, ...onPath].find(file => file !== '' && fs.existsSync(file))
  if (found) return found
  const { chromium } = await import('playwright')
  return [chromium.executablePath()].find(file => fs.existsSync(file)) ?? null
}

/**
 * Installs a Chromium: as root the package of a Debian, else, or where that yields none, the one Playwright downloads.
 * @param {string} project
 * @param {AbortSignal} signal
 * @throws {Failure} where there is none in the end
 */
export async function installChromium(project, signal) {
  const problems = []
  for (const way of [() => aptInstall(['chromium'], signal), () => download(project, signal)])
    try {
      await way()
      if (await findChromium()) return
    } catch (error) {
      if (error instanceof Interrupted) throw error
      problems.push(error instanceof Error ? error.message : String(error))
    }
  throw new Failure(
    `there is no Chromium, and none could be installed\n${problems.join('\n')}`,
    'Install Chromium or Chrome, or set CHROMIUM_PATH to one, and run npm test again.',
  )
}

/** @param {string} project @param {AbortSignal} signal */
async function download(project, signal) {
  const playwright = path.join(project, 'node_modules', 'playwright', 'cli.js')
  await run(process.execPath, [playwright, 'install', 'chromium'], { cwd: project, signal })
}
