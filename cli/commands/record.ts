import { chooseChecklist } from '#cli/content/choose-checklist.ts'
import { printDiagnostics } from '#cli/content/print-diagnostics.ts'
import { carryOut } from '#cli/recording/carry-out.ts'
import { refuseIncomplete, refuseSharedTexts, showProposal } from '#cli/recording/propose-lines.ts'
import { Options, type Typed } from '#cli/recording/read-options.ts'
import { ownWorkplace } from '#cli/recording/workplace.ts'
import { planAlignment } from '#features/checklist/alignment-ingest.ts'
import { type Proposal, proposalsFor } from '#features/checklist/proposal-rules.ts'
import { type HeldDocument, holdDocument } from '#features/checklist/recording-ingest.ts'
import type { RecordingPlan } from '#features/checklist/recording-model.ts'
import { hasErrors } from '#features/diagnostic/diagnostic-model.ts'
import { readContent } from '#features/document/content-ingest.ts'
import { readRecordOfPast } from '#features/ingest/record-of-past-ingest.ts'
import { Failure } from '#scripts/failure.js'
import type { AddCommand } from './command.ts'

const GIVEN = { line: 1, isDifferent: false }

export const addRecord: AddCommand = (program, signal) => {
  program
    .command('record')
    .description('propose the ledger lines that a table edited by hand lacks, and write them with --write')
    .option('--workstream <n>', 'only this one; by default all that differ')
    .option('--note-ka <words>', 'what blocks it, in Georgian; by default as the blocker note says')
    .option('--note-en <words>', 'what blocks it, in English; by default as the blocker note says')
    .option('--reason-ka <words>', 'why, in Georgian: for a later date, a reopening, or GOVERNANCE_ADMIN')
    .option('--reason-en <words>', 'why, in English')
    .option('--resolution-ka <words>', 'how the blocker was removed, in Georgian')
    .option('--resolution-en <words>', 'how the blocker was removed, in English')
    .option('--as <role>', 'who records; by default the owner of each workstream')
    .option('--document <path>', 'which checklist, such as 80_chain/…; by default the first')
    .option('--write', 'append the lines')
    .option('--dry-run', 'with --write: show what would be written, and write nothing')
    .action((typed: Typed) => record(typed, signal))
}

/**
 * Proposes what the ledger of a checklist lacks for its authoritative table to be right, and writes it where asked to.
 * @throws {Failure} where there is no way, where a text lacks, or where a rule would be broken; then no file is written
 */
async function record(typed: Typed, signal: AbortSignal): Promise<void> {
  const options = new Options(typed)
  const given = options.lineTexts()
  const by = options.role() ?? null
  const workstream = options.workstream() ?? null
  options.refuseProblems()
  const now = new Date()
  const workplace = ownWorkplace()
  const path = typeof typed['document'] === 'string' ? typed['document'].replace(/\/$/, '') : undefined
  const { contentFolder } = workplace.environment
  const { ownersOf } = await readRecordOfPast(contentFolder)
  const { found } = chooseChecklist(await readContent(contentFolder, now, ownersOf), path)
  const { document, diagnostics: old } = await holdDocument(found, now, ownersOf)
  if (!document) {
    printDiagnostics(old)
    throw new Failure(`${found.path} has errors.`, 'Mend them and run the command again; no file is written.')
  }
  const { proposals, diagnostics } = proposalsFor(document, { by, workstream, given, now })
  printDiagnostics(diagnostics)
  refuseSharedTexts(proposals, given)
  for (const proposal of proposals) console.log(showProposal(proposal))
  if (hasErrors(diagnostics))
    throw new Failure(
      'Not every row can be recorded as it stands; no file is written.',
      'Mend what is named above.',
    )
  if (proposals.length === 0) console.log('The table says what the ledger says; nothing is to be recorded.')
  else if (typed['write'] === true) {
    refuseIncomplete(proposals)
    const plan = await planOrRefuse({ document, diagnostics: old }, proposals, given.note !== undefined, now)
    await carryOut(plan, typed['dryRun'] === true, workplace, signal)
  } else console.log('\nNothing is written; run the command again with --write.')
}

async function planOrRefuse(
  { document, diagnostics: old }: HeldDocument,
  proposals: readonly Proposal[],
  isNoteGiven: boolean,
  now: Date,
): Promise<RecordingPlan> {
  const numbers = proposals.map(({ row }) => row.number)
  // A note that was given prevails over the one in the text; else the text keeps the words it has.
  const contested = new Map(isNoteGiven ? numbers.map(number => [number, GIVEN] as const) : [])
  const origins = new Map(
    document.sources.map(({ source }) => [
      source.path,
      { disk: source.bytes ?? new Uint8Array(), contested },
    ]),
  )
  const added = proposals.flatMap(({ lines }) => lines)
  const { plan, diagnostics } = await planAlignment(
    { document, origins, added, only: new Set(numbers), tolerated: old },
    now,
  )
  if (plan && hasErrors(diagnostics)) console.error('\nAfter this it remains to mend:')
  printDiagnostics(diagnostics)
  if (plan) return plan
  throw new Failure(
    'This cannot be recorded; no file is written.',
    'Mend what is named above and run the command again.',
  )
}
