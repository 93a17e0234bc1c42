import type { AddCommand } from '#cli/commands/command.ts'
import { readRuns } from '#cli/evidence/read-runs.ts'
import { runReport } from '#cli/evidence/run-report.ts'
import { toldJudgements } from '#cli/evidence/told-judgements.ts'
import { ownWorkplace, type Workplace } from '#cli/recording/workplace.ts'
import { compareClaims } from '#features/evidence/claim-rules.ts'
import type { ToldRun } from '#features/evidence/told-run-model.ts'
import { tellRuns } from '#features/evidence/told-runs-queries.ts'
import { Failure } from '#scripts/failure.js'

interface ShowOptions {
  readonly json?: boolean
}

export const addShow: AddCommand = (program, signal) => {
  program
    .command('show')
    .description('show a run: what it says of itself beside what its records say, and what each check found')
    .argument('<runId>', 'as `mza evidence list` has it')
    .option('--json', 'as JSON')
    .action((runId: string, options: ShowOptions) => show(runId, options, signal))
}

/**
 * Prints a run of the evidence folder as it was last ingested.
 * @throws {Failure} where there is no such run
 */
export async function show(
  runId: string,
  { json = false }: ShowOptions,
  signal: AbortSignal,
  workplace: Workplace = ownWorkplace(),
): Promise<void> {
  const told = (await readRuns(workplace, signal, tellRuns)).find(({ run }) => run.runId === runId)
  if (!told)
    throw new Failure(
      `There is no run ${JSON.stringify(runId)} in the portal.`,
      'List the runs with: npm run -s mza -- evidence list',
    )
  console.log(json ? JSON.stringify(shown(told), null, 2) : runReport(told).join('\n'))
}

const shown = (told: ToldRun) => {
  const { run, hash, ingestedAt, records, counts } = told
  return {
    ...run,
    hash,
    ingestedAt,
    records,
    claims: compareClaims(run, counts),
    checks: toldJudgements(told).map(([check, judgement]) => ({ check, ...judgement })),
  }
}
