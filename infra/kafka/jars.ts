import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { Failure } from '#scripts/failure.js'
import { run } from '#scripts/run.js'

const POM = path.join(import.meta.dirname, 'pom.xml')
const LIST = 'jars.json'

/**
 * The broker's published jars as `pom.xml` names them, in a folder: resolved by Maven once, then looked through.
 * @param maven null: there is none, and only what has been resolved already will do
 * @throws {Failure} where they are neither there nor to be had
 */
export async function resolveJars(folder: string, maven: string | null, signal?: AbortSignal): Promise<void> {
  if (areResolved(folder)) return
  if (!maven)
    throw new Failure(
      'Maven was not found',
      'Install Maven (Debian: apt-get install maven) and run it again.',
    )
  fs.rmSync(folder, { recursive: true, force: true })
  fs.mkdirSync(folder, { recursive: true })
  await run(
    maven,
    ['-B', '-q', '-ntp', '-f', POM, 'dependency:copy-dependencies', `-DoutputDirectory=${folder}`],
    { signal },
  )
  // Written last: an interrupted resolve leaves none.
  fs.writeFileSync(path.join(folder, LIST), JSON.stringify({ pom: pomHash(), sizes: sizesIn(folder) }))
}

/** Whether a folder holds what Maven resolved for this very `pom.xml`, each jar in its size. */
export function areResolved(folder: string): boolean {
  try {
    const { pom, sizes } = JSON.parse(fs.readFileSync(path.join(folder, LIST), 'utf8'))
    return pom === pomHash() && JSON.stringify(sizes) === JSON.stringify(sizesIn(folder))
  } catch {
    return false
  }
}

const pomHash = () => createHash('sha256').update(fs.readFileSync(POM)).digest('hex')

const sizesIn = (folder: string) =>
  fs
    .readdirSync(folder)
    .filter(file => file.endsWith('.jar'))
    .sort()
    .map(file => [file, fs.statSync(path.join(folder, file)).size])
