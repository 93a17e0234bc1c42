import type { AddCommand } from '#cli/commands/command.ts'
import { ingestIfServed } from '#cli/content/ingest-if-served.ts'
import { printDiagnostics } from '#cli/content/print-diagnostics.ts'
import { readImportOptions, type TypedImport } from '#cli/evidence/import-options.ts'
import { ownWorkplace, type Workplace } from '#cli/recording/workplace.ts'
import { findBundles } from '#features/evidence/bundles-ingest.ts'
import { ENVIRONMENTS } from '#features/evidence/environment-model.ts'
import { type Imported, importBundle } from '#features/evidence/import/import-ingest.ts'
import { KINDS, type Run } from '#features/evidence/run-model.ts'
import { Failure } from '#scripts/failure.js'

export const addImport: AddCommand = (program, signal) => {
  program
    .command('import')
    .description('make a bundle of what an original script wrote and printed')
    .requiredOption('--kind <kind>', KINDS.join(', '))
    .requiredOption('--environment <environment>', `where it ran: ${ENVIRONMENTS.join(', ')}`)
    .requiredOption(
      '--run-id <id>',
      'a name of your choice, also that of the folder: a-z, 0-9, hyphen, underscore',
    )
    .requiredOption('--summary <file>', 'the JSON that the script printed')
    .option('--outbox <file>', 'single_operator_outbox.jsonl, or what a replay sent again')
    .option('--dlq <file>', 'single_operator_dlq.jsonl')
    .requiredOption('--repository <name>', 'what was run: its repository')
    .requiredOption('--commit <id>', 'and the commit of its code')
    .option('--command <line>', 'how it was run; by default as the kind says')
    .requiredOption('--started-at <instant>', 'such as 2026-03-04T10:00:00+04:00')
    .requiredOption('--finished-at <instant>', 'such as 2026-03-04T10:00:05+04:00')
    .option(
      '--replays <runId...>',
      'of a replay: the runs whose DLQ it read; their bundles lie in the evidence folder',
    )
    .option('--broker <kind>', 'where there was one, such as apache-kafka')
    .option('--broker-version <version>', 'and its version')
    .option('--dry-run', 'show the run.json that would be written, and write nothing')
    .action((typed: TypedImport) => importRun(typed, signal))
}

/**
 * Makes a bundle of an original script's files and, where a portal runs, brings it there.
 * @throws {Failure} where options or files are not right; then nothing is written
 */
export async function importRun(
  typed: TypedImport,
  signal: AbortSignal,
  workplace: Workplace = ownWorkplace(),
): Promise<void> {
  const request = readImportOptions(typed)
  const { evidenceFolder } = workplace.environment
  const replays = await findReplayed(evidenceFolder, request.replays)
  const imported = await importBundle({ ...request, evidenceFolder, replays })
  if ('code' in imported) {
    printDiagnostics([imported])
    throw new Failure(
      'This cannot be imported; nothing is written.',
      'Mend what is named above and run it again.',
    )
  }
  console.log(told(imported, request.isDryRun))
  if (!request.isDryRun) await ingestIfServed(workplace, signal)
}

async function findReplayed(evidenceFolder: string, runIds: readonly string[]): Promise<Run['replays']> {
  if (runIds.length === 0) return []
  const { bundles } = await findBundles(evidenceFolder, '')
  return runIds.map(runId => {
    const bundle = bundles.find(({ run }) => run.runId === runId)
    if (bundle) return { runId, sha256: bundle.hash }
    throw new Failure(
      `There is no bundle of run ${runId} in the evidence folder.`,
      'Import the run whose DLQ was replayed first.',
    )
  })
}

function told({ run, records }: Imported, isDryRun: boolean): string {
  const place = `${run.environment}/${run.runId}`
  if (isDryRun) return `${JSON.stringify(run, null, 2)}\n\nNothing is written: this was a dry run.`
  return [
    `Imported as ${place}: ${records} records`,
    ...run.files.map(({ name, bytes }) => `  ${place}/${name}  ${bytes} bytes`),
    `  ${place}/run.json`,
    'Commit these files: then others see them.',
  ].join('\n')
}
