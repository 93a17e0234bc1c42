import { setTimeout as wait } from 'node:timers/promises'
import { ingestIfServed } from '#cli/content/ingest-if-served.ts'
import { printDiagnostics } from '#cli/content/print-diagnostics.ts'
import { planRecordings } from '#features/checklist/recording-ingest.ts'
import type { PlannedFile, Recording, RecordingPlan } from '#features/checklist/recording-model.ts'
import { Failure, Interrupted } from '#scripts/failure.js'
import { takeLock } from '#scripts/lock.js'
import type { OpenChecklist } from './open-checklist.ts'
import { showPlan } from './show-plan.ts'
import type { Workplace } from './workplace.ts'
import { writeFiles } from './write-files.ts'

/**
 * Plans recordings and says what to mind about them.
 * @throws {Failure} where a rule is broken, after saying which
 */
export async function planOrRefuse(
  checklist: OpenChecklist,
  recordings: readonly Recording[],
  now: Date,
): Promise<RecordingPlan> {
  const { plan, diagnostics } = await planRecordings(checklist, recordings, now)
  printDiagnostics(diagnostics)
  if (plan) return plan
  throw new Failure(
    'This cannot be recorded; no file is written.',
    'Mend what is named above and run the command again.',
  )
}

/** Two commands at once would each find the files unchanged, and the second undo what the first wrote. */
async function writeAlone(
  files: readonly PlannedFile[],
  { stateFolder }: Workplace,
  signal: AbortSignal,
): Promise<void> {
  for (;;) {
    if (signal.aborted) throw new Interrupted()
    const lock = await takeLock(stateFolder, 'recording', 'writing the content')
    if ('release' in lock) return writeFiles(files).finally(lock.release)
    await wait(50)
  }
}

function told({ lines, files }: RecordingPlan): string {
  const baseline = lines.filter(({ kind }) => kind === 'baseline').length
  const recorded = lines
    .filter(({ kind }) => kind !== 'baseline')
    .map(
      ({ kind, workstream, status, targetDate, by, for: friday }) =>
        `  ${kind} of workstream ${workstream}: ${status}, target date ${targetDate}, by ${by}, for Friday ${friday}`,
    )
  return [
    'Recorded:',
    ...(baseline > 0 ? [`  the baseline of ${baseline} workstreams, as the table had them`] : []),
    ...recorded,
    'Written:',
    ...files.map(({ source }) => `  ${source.file}`),
    'Commit these files: then others see them.',
  ].join('\n')
}

/**
 * Writes what was planned and, where a portal runs, brings it there; or only shows it.
 * @param ifNotWritten is called before the failure, where no file is written
 * @throws {Failure} where files changed meanwhile, or where they are written but could not be ingested
 */
export async function carryOut(
  plan: RecordingPlan,
  isDryRun: boolean,
  workplace: Workplace,
  signal: AbortSignal,
  ifNotWritten?: () => void,
): Promise<void> {
  if (isDryRun) {
    console.log(`${showPlan(plan)}\n\nNothing is written: this was a dry run.`)
    return
  }
  await writeOut(plan.files, told(plan), workplace, signal, ifNotWritten)
}

/**
 * Writes files, all or none, says so and, where a portal runs, brings them there.
 * @throws {Failure} where files changed meanwhile, or where they are written but could not be ingested
 */
export async function writeOut(
  files: readonly PlannedFile[],
  said: string,
  workplace: Workplace,
  signal: AbortSignal,
  ifNotWritten: () => void = () => {},
): Promise<void> {
  await writeAlone(files, workplace, signal).catch(error => {
    ifNotWritten()
    throw error
  })
  console.log(said)
  await ingestIfServed(workplace, signal)
}
