import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
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
 * Installs a Chromium: Debian's as root, else Playwright's.
 * @param {string} project
 * @param {AbortSignal} signal
 */
export async function installChromium(project, signal) {
  if (process.getuid?.() === 0 && has('apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    await run('apt-get', ['update', '-qq'], { env, signal })
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env, signal })
    return
  }
  const playwright = path.join(project, 'node_modules', 'playwright', 'cli.js')
  await run(process.execPath, [playwright, 'install', 'chromium'], { cwd: project, signal })
}

/** @param {string} program */
function has(program) {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
