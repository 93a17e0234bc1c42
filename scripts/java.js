import { execFile } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { aptInstall } from './apt.js'

/** The oldest Java that Apache Kafka 4's broker runs on. */
export const OLDEST_JAVA = 17

/**
 * Where programs are looked for: the environment's own names.
 * @typedef {{readonly PATH?: string | undefined, readonly JAVA_HOME?: string | undefined}} Places
 */

/**
 * The Java that JAVA_HOME names, else the first on the PATH, if it is new enough.
 * @param {Places} places
 * @returns {Promise<string | null>}
 */
export async function findJava({ JAVA_HOME, PATH }) {
  const named = JAVA_HOME ? filesOf('java', path.join(JAVA_HOME, 'bin')) : []
  for (const java of [...named, ...filesOf('java', PATH)])
    if ((await javaVersion(java)) >= OLDEST_JAVA) return java
  return null
}

/**
 * The first program of that name on the PATH.
 * @param {string} name
 * @param {Places} places
 */
export const findProgram = (name, { PATH }) => filesOf(name, PATH)[0] ?? null

/**
 * Installs what a broker needs, as root on a Debian; elsewhere it does nothing.
 * @param {Places} places
 * @param {AbortSignal} signal
 */
export async function installJava(places, signal) {
  await aptInstall(['default-jre-headless', 'maven'], signal)
  // An older Debian's own Java is too old.
  if (!(await findJava(places))) await aptInstall([`openjdk-${OLDEST_JAVA}-jre-headless`], signal)
}

const ENDINGS = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : ['']

/** @param {string} name @param {string | undefined} folders */
const filesOf = (name, folders = '') =>
  folders
    .split(path.delimiter)
    .filter(folder => folder !== '')
    .flatMap(folder => ENDINGS.map(ending => path.join(folder, name + ending)))
    .filter(file => fs.existsSync(file))

/**
 * Its feature release, such as 17; 0 where it does not say.
 * @param {string} java
 */
async function javaVersion(java) {
  try {
    const { stdout, stderr } = await promisify(execFile)(java, ['-XshowSettings:properties', '-version'])
    return Number(/java\.specification\.version = (\d+)\s/.exec(stdout + stderr)?.[1] ?? 0)
  } catch {
    return 0
  }
}
