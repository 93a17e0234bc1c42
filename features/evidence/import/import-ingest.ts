import { randomBytes } from 'node:crypto'
import { lstat, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type Diagnostic, report } from '#features/diagnostic/diagnostic-model.ts'
import { BUNDLE_RULES } from '#features/evidence/bundle-rule-model.ts'
import { ENVIRONMENTS } from '#features/evidence/environment-model.ts'
import { type ImportedFiles, importFiles } from '#features/evidence/import/import-files-ingest.ts'
import type { ImportRequest } from '#features/evidence/import/import-model.ts'
import { IMPORT_RULES } from '#features/evidence/import/import-rule-model.ts'
import { claimsOf } from '#features/evidence/import/original-rules.ts'
import { readManifest } from '#features/evidence/manifest-rules.ts'
import { BundleRefused } from '#features/evidence/read-records-ingest.ts'
import { BUNDLE_VERSION, type Run } from '#features/evidence/run-model.ts'

export interface Imported {
  readonly run: Run
  readonly records: number
}

const exists = (absolute: string): Promise<boolean> =>
  lstat(absolute).then(
    () => true,
    () => false,
  )

/** @throws {BundleRefused} where a bundle has the run id already, in whichever environment */
async function refuseTaken({ evidenceFolder, runId }: ImportRequest): Promise<void> {
  for (const environment of ENVIRONMENTS)
    if (await exists(path.join(evidenceFolder, environment, runId))) {
      const place = { file: `${environment}/${runId}`, line: 1, column: 1 }
      throw new BundleRefused(
        report(BUNDLE_RULES.taken, place, 'expected no bundle of this run yet, found one'),
      )
    }
}

function manifestOf(request: ImportRequest, { files, boundaries, summary }: ImportedFiles): string {
  const manifest: Run = {
    schemaVersion: BUNDLE_VERSION,
    runId: request.runId,
    kind: request.kind,
    environment: request.environment,
    subject: request.subject,
    startedAt: request.startedAt,
    finishedAt: request.finishedAt,
    command: request.command,
    broker: request.broker,
    policy: null,
    boundaries: [...boundaries],
    controlledFailureTopic: summary.controlledFailureTopic || null,
    replays: [...request.replays],
    claims: claimsOf(summary),
    files: [...files],
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}

/** @throws {BundleRefused} for the first thing in which it is no run.json */
function runOf(manifest: string, { summary }: ImportRequest): Run {
  const read = readManifest(Buffer.from(manifest))
  if ('run' in read) return read.run
  const [defect] = read
  const { rule, message } = defect ?? { rule: IMPORT_RULES.summary, message: 'expected another value' }
  throw new BundleRefused(report(rule, { file: summary.file, line: 1, column: 1 }, message))
}

async function make(request: ImportRequest, draft: string | null): Promise<Imported> {
  const imported = await importFiles(request, draft)
  if (imported.records === 0)
    throw new BundleRefused(
      report(
        IMPORT_RULES.empty,
        { file: request.summary.file, line: 1, column: 1 },
        'expected a record, found none',
      ),
    )
  const manifest = manifestOf(request, imported)
  const run = runOf(manifest, request)
  if (draft !== null) await writeFile(path.join(draft, 'run.json'), manifest, { flag: 'wx', flush: true })
  return { run, records: imported.records }
}

/**
 * Makes a bundle of what the original scripts wrote, whole or not at all; an existing one is never written over.
 * @returns the bundle's run, or what refused it
 * @throws {Error} of the disk
 */
export async function importBundle(request: ImportRequest): Promise<Imported | Diagnostic> {
  const { evidenceFolder, environment, runId, isDryRun } = request
  const folder = path.join(evidenceFolder, environment)
  // Ingest passes over names that begin with a dot.
  const draft = isDryRun ? null : path.join(folder, `.${runId}.${randomBytes(6).toString('hex')}`)
  try {
    await refuseTaken(request)
    if (draft !== null) await mkdir(draft, { recursive: true })
    const imported = await make(request, draft)
    if (draft !== null) await rename(draft, path.join(folder, runId))
    return imported
  } catch (error) {
    if (draft !== null) await rm(draft, { recursive: true, force: true })
    if (error instanceof BundleRefused) return error.diagnostic
    throw error
  }
}
