import path from 'node:path'
import type { AddCommand } from '#cli/commands/command.ts'
import { named } from '#cli/content/named.ts'
import { printDiagnostics } from '#cli/content/print-diagnostics.ts'
import { unlessAborted } from '#cli/content/unless-aborted.ts'
import { readEnvironment } from '#cli/env.ts'
import { PROJECT } from '#cli/project.ts'
import { hasErrors } from '#features/diagnostic/diagnostic-model.ts'
import { findBundles, readBundle } from '#features/evidence/bundles-ingest.ts'
import { checkEnds } from '#features/evidence/future-rules.ts'
import { verifyBundles } from '#features/evidence/verify-ingest.ts'
import { Failure } from '#scripts/failure.js'
import { step } from '#scripts/step.js'

export const addVerify: AddCommand = (program, signal) => {
  program
    .command('verify')
    .description('hold bundles against their run.json, byte by byte and line by line, without a database')
    .argument(
      '[folder...]',
      'folders of bundles, …/<environment>/<runId>; by default all of the evidence folder',
    )
    .action((folders: string[]) => verify(folders, signal))
}

/**
 * Verifies bundles as they lie and says what is wrong with them.
 * @throws {Failure} where anything is
 */
async function verify(folders: readonly string[], signal: AbortSignal): Promise<void> {
  const { evidenceFolder } = readEnvironment(PROJECT)
  const found =
    folders.length === 0 ? await findBundles(evidenceFolder, named(evidenceFolder)) : await each(folders)
  const known = [...found.diagnostics, ...checkEnds(found.bundles, new Date())]
  const { diagnostics, whole, records } = await step('verify the evidence', async note => {
    const verified = await unlessAborted(signal, verifyBundles(found.bundles, known, note))
    note('')
    return verified
  })
  printDiagnostics(diagnostics)
  console.log(`Verified: ${whole} ${whole === 1 ? 'bundle' : 'bundles'} with ${records} records`)
  if (hasErrors(diagnostics))
    throw new Failure(
      'Not every bundle is as its producer wrote it.',
      'Mend what is named above and verify again.',
    )
}

async function each(folders: readonly string[]): Promise<Awaited<ReturnType<typeof findBundles>>> {
  const read = await Promise.all(
    folders.map(folder => readBundle(path.resolve(folder), named(path.resolve(folder)))),
  )
  return {
    bundles: read.flatMap(({ bundle }) => bundle ?? []),
    diagnostics: read.flatMap(({ diagnostics }) => diagnostics),
  }
}
