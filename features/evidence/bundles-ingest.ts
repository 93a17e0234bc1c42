import { createHash } from 'node:crypto'
import type { Dirent } from 'node:fs'
import { lstat, readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { type Diagnostic, report } from '#features/diagnostic/diagnostic-model.ts'
import type { Bundle } from '#features/evidence/bundle-model.ts'
import { BUNDLE_RULES } from '#features/evidence/bundle-rule-model.ts'
import { ENVIRONMENTS } from '#features/evidence/environment-model.ts'
import { MAX_MANIFEST_BYTES } from '#features/evidence/limits-model.ts'
import { readManifest } from '#features/evidence/manifest-rules.ts'

const MANIFEST = 'run.json'

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries.filter(({ name }) => !name.startsWith('.')).sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

const start = (file: string) => ({ file, line: 1, column: 1 })

/** At most one byte more than a run.json may have; null where there is none, or it is no plain file. */
async function readManifestFile(absolute: string): Promise<Buffer | null> {
  const found = await lstat(absolute).catch(() => null)
  if (!found?.isFile()) return null
  const { size } = found
  return size > MAX_MANIFEST_BYTES ? Buffer.alloc(MAX_MANIFEST_BYTES + 1) : readFile(absolute)
}

/**
 * Reads the run.json of a bundle's folder, `…/<environment>/<runId>`, and holds the folder against it.
 * @param file the folder as whoever named it knows it
 */
export async function readBundle(
  absolute: string,
  file: string,
): Promise<{ bundle: Bundle | null; diagnostics: Diagnostic[] }> {
  const manifestFile = `${file}/${MANIFEST}`
  const bytes = await readManifestFile(path.join(absolute, MANIFEST))
  if (!bytes)
    return {
      bundle: null,
      diagnostics: [report(BUNDLE_RULES.missing, start(manifestFile), 'expected run.json, found none')],
    }
  const read = readManifest(bytes)
  if (!('run' in read))
    return {
      bundle: null,
      diagnostics: read.map(({ rule, message }) => report(rule, start(manifestFile), message)),
    }
  const { run, text: manifest } = read
  const diagnostics: Diagnostic[] = []
  const entries = await entriesOf(absolute)
  const names = entries.flatMap(entry => (entry.isFile() ? [entry.name] : []))
  const wanted = new Set([MANIFEST, ...run.files.map(({ name }) => name)])
  for (const { name } of entries)
    if (!wanted.has(name) || !names.includes(name))
      diagnostics.push(
        report(BUNDLE_RULES.stray, start(`${file}/${name}`), 'expected nothing but the files of run.json'),
      )
  for (const { name } of run.files)
    if (!names.includes(name))
      diagnostics.push(
        report(BUNDLE_RULES.missing, start(`${file}/${name}`), 'expected the file, found none'),
      )
  const place = `${run.environment}/${run.runId}`
  if (place !== `${path.basename(path.dirname(absolute))}/${path.basename(absolute)}`)
    diagnostics.push(
      report(BUNDLE_RULES.place, start(manifestFile), `expected the folder ${place}, found it elsewhere`),
    )
  const hash = createHash('sha256').update(bytes).digest('hex')
  return { bundle: { absolute, file, environment: run.environment, run, manifest, hash }, diagnostics }
}

/**
 * The bundles of an evidence folder, `<environment>/<runId>/`, in the order of their names. A folder that does not
 * exist has none.
 * @param file the folder as its author knows it
 */
export async function findBundles(
  folder: string,
  file: string,
): Promise<{ bundles: Bundle[]; diagnostics: Diagnostic[] }> {
  const bundles: Bundle[] = []
  const environments: readonly string[] = ENVIRONMENTS
  const strange = (await entriesOf(folder)).filter(
    entry => entry.isDirectory() && !environments.includes(entry.name),
  )
  const diagnostics = strange.map(({ name }) =>
    report(BUNDLE_RULES.place, start(`${file}/${name}`), `expected one of ${ENVIRONMENTS.join(', ')}`),
  )
  for (const environment of ENVIRONMENTS)
    for (const entry of await entriesOf(path.join(folder, environment))) {
      const name = `${file}/${environment}/${entry.name}`
      if (!entry.isDirectory()) {
        diagnostics.push(report(BUNDLE_RULES.place, start(name), 'expected the folder of a bundle'))
        continue
      }
      const read = await readBundle(path.join(folder, environment, entry.name), name)
      diagnostics.push(...read.diagnostics)
      if (read.bundle) bundles.push(read.bundle)
    }
  return { bundles, diagnostics }
}
