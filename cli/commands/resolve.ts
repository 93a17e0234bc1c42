import { printDiagnostics } from '#cli/content/print-diagnostics.ts'
import { writeOut } from '#cli/recording/carry-out.ts'
import { showPlan } from '#cli/recording/show-plan.ts'
import { ownWorkplace } from '#cli/recording/workplace.ts'
import type { RecordingPlan } from '#features/checklist/recording-model.ts'
import { planResolution } from '#features/checklist/resolve-ingest.ts'
import type { ContentDocument } from '#features/document/content-model.ts'
import { walkContent } from '#features/document/walk-ingest.ts'
import { readRecordOfPast } from '#features/ingest/record-of-past-ingest.ts'
import { Failure } from '#scripts/failure.js'
import type { AddCommand } from './command.ts'

interface ResolveOptions {
  /** Path of a checklist in the content; undefined: all. */
  readonly document?: string
  readonly dryRun?: boolean
}

export const addResolve: AddCommand = (program, signal) => {
  program
    .command('resolve')
    .description('bring tables and blocker notes in step with the ledger, as after a merge of two branches')
    .option('--document <path>', 'which checklist, such as 80_chain/…; by default all')
    .option('--dry-run', 'show what would be written, and write nothing')
    .action((options: ResolveOptions) => resolve(options, signal))
}

/**
 * Rewrites every text of every checklist that has a ledger, as far as it says other than the ledger.
 * @throws {Failure} where that cannot be done or would not do; then no file is written
 */
async function resolve({ document, dryRun = false }: ResolveOptions, signal: AbortSignal): Promise<void> {
  const now = new Date()
  const workplace = ownWorkplace()
  const { documents, diagnostics: strange } = await walkContent(workplace.environment.contentFolder)
  const { ownersOf } = await readRecordOfPast(workplace.environment.contentFolder)
  const plans: (RecordingPlan | null)[] = []
  const diagnostics = strange.filter(found => found.severity === 'error')
  for (const found of chosenFrom(documents, document)) {
    const resolution = await planResolution(found, now, ownersOf)
    plans.push(resolution.plan)
    diagnostics.push(...resolution.diagnostics)
  }
  printDiagnostics(diagnostics)
  if (plans.includes(null))
    throw new Failure(
      'The tables cannot be brought in step with the ledger as it is; no file is written.',
      'Mend what is named above and run the command again.',
    )
  const files = plans.flatMap(plan => plan?.files ?? [])
  const written = files.map(({ source }) => `  ${source.file}`)
  if (files.length === 0) console.log('Every table says what its ledger says; nothing is written.')
  else if (dryRun) console.log(`${showPlan({ files })}\n\nNothing is written: this was a dry run.`)
  else {
    const said = ['Brought in step with the ledger:', ...written, 'Commit these files: then others see them.']
    await writeOut(files, said.join('\n'), workplace, signal)
  }
}

function chosenFrom(documents: readonly ContentDocument[], path: string | undefined): ContentDocument[] {
  const recorded = documents.filter(({ ledger }) => ledger !== null)
  if (path === undefined) return recorded
  const chosen = recorded.filter(found => found.path === path.replace(/\/$/, ''))
  if (chosen.length > 0) return chosen
  throw new Failure(
    `--document: expected a document with a ledger, found ${JSON.stringify(path)}`,
    `Give one of: ${recorded.map(found => found.path).join(', ') || 'none has a ledger yet'}`,
  )
}
