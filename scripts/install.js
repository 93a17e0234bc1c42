import fs from 'node:fs'
import path from 'node:path'
import { withoutSecrets } from './environment.js'
import { Failure, Interrupted } from './failure.js'
import { lockedNode } from './hand-over.js'
import { lockHolder, takeLock } from './lock.js'
import { run } from './run.js'
import { step } from './step.js'

/** @typedef {{packages: Record<string, {version?: string, integrity?: string, optional?: boolean, devOptional?: boolean}>}} Lock */

/**
 * Installs the packages that package-lock.json names, unless they are there.
 * @param {string} project
 * @param {AbortSignal} signal
 */
export async function install(project, signal) {
  if (isInstalled(project)) return
  const state = path.join(project, '.mza')
  if (await lockHolder(state, 'portal'))
    throw new Failure(
      'a portal runs in this folder and its packages are out of date',
      'Stop it first (Ctrl-C where it runs).',
    )
  const lock = await takeLock(state, 'install', 'npm ci')
  if ('holder' in lock)
    throw new Failure(
      `packages are being installed here by another command (process ${lock.holder.pid})`,
      'Wait until it is done, then run the same command again.',
    )
  try {
    await step('install packages (npm ci)', () => npmCi(project, signal))
  } finally {
    lock.release()
  }
}

/**
 * Whether node_modules holds what package-lock.json names. npm writes its own lock inside node_modules last of all,
 * after every install script, and removes it first: an interrupted install has none.
 * @param {string} project
 */
export function isInstalled(project) {
  try {
    /** @param {string} file @returns {Lock} */
    const read = file => JSON.parse(fs.readFileSync(path.join(project, file), 'utf8'))
    const wanted = read('package-lock.json').packages
    const found = read(NPM_LOCK).packages
    const same = Object.entries(wanted).every(
      ([place, { version, optional, devOptional }]) =>
        place === '' || (found[place] ? found[place].version === version : optional || devOptional),
    )
    return same && fs.existsSync(lockedNode(project))
  } catch {
    return false
  }
}

/** @param {string} project @param {AbortSignal} signal */
async function npmCi(project, signal) {
  const { command, args } = npm()
  const { bavail, bsize } = fs.statfsSync(project)
  if (bavail * bsize < NEEDED_BYTES)
    throw new Failure(
      `the disk is almost full: ${Math.round((bavail * bsize) / 1e6)} MB are free, about ${NEEDED_BYTES / 1e6} MB are needed`,
      'Free some space and run the same command again.',
    )
  let full = ''
  const onText = (/** @type {string} */ text) => {
    full ||= DISK_FULL.exec(text)?.[0] ?? ''
  }
  const env = { ...withoutSecrets(), ...QUIET }
  try {
    await run(command, [...args, ...CI], { cwd: project, env, signal, onText, tied: true })
  } catch (error) {
    throw full && !(error instanceof Interrupted) ? new Error(full, { cause: error }) : error
  }
  if (full) {
    // npm may end well although files are cut off.
    fs.rmSync(path.join(project, NPM_LOCK), { force: true })
    throw new Error(full)
  }
  if (!isInstalled(project))
    throw new Failure(
      'npm ended well, but packages are missing: their install scripts did not run',
      'Check `npm config get ignore-scripts` and the write rights of the project folder.',
    )
}

const NEEDED_BYTES = 1_300_000_000
const NPM_LOCK = path.join('node_modules', '.package-lock.json')
const DISK_FULL = /.*\b(ENOSPC|EDQUOT)\b.*/
// Of a file that does not fit the disk npm but warns.
const CI =
  'ci --include=dev --include=optional --ignore-scripts=false --loglevel=warn --no-audit --no-fund'.split(' ')

// Prisma would download an engine that this project does not use; it takes any file that exists for it.
const QUIET = {
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  PRISMA_SKIP_POSTINSTALL_GENERATE: '1',
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
}

/** The npm that started us, on the Node it runs on; else the one on the PATH. */
function npm() {
  const { npm_execpath: cli, npm_node_execpath: node, PATH = '' } = process.env
  if (cli?.endsWith('npm-cli.js') && fs.existsSync(cli))
    return { command: node ?? process.execPath, args: [cli] }
  const found = PATH.split(path.delimiter)
    .map(folder => path.join(folder, 'npm'))
    .find(file => fs.existsSync(file))
  if (!found)
    throw new Failure('npm was not found', 'Install Node.js 20 or newer with npm: https://nodejs.org')
  return { command: process.platform === 'win32' ? 'npm.cmd' : found, args: [] }
}
