import { execFileSync } from 'node:child_process'
import { withoutSecrets } from './environment.js'
import { run } from './run.js'

/**
 * Installs packages of a Debian, as root; elsewhere it does nothing.
 * @param {readonly string[]} packages
 * @param {AbortSignal} signal
 * @throws {Error} where one of them could not be installed
 */
export async function aptInstall(packages, signal) {
  if (process.getuid?.() !== 0 || !has('apt-get')) return
  const env = { ...withoutSecrets(), DEBIAN_FRONTEND: 'noninteractive' }
  // A machine that has just been started may be updating itself.
  const apt = (/** @type {string[]} */ ...args) =>
    run('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=120', ...args], { env, signal })
  // A fresh machine has no list of packages. A source that does not answer need not be the one that has them.
  await apt('update').catch(() => {})
  await apt('install', '-y', '--no-install-recommends', ...packages)
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
