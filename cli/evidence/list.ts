import type { AddCommand } from '#cli/commands/command.ts'
import { columns, plain } from '#cli/evidence/columns.ts'
import { readRuns } from '#cli/evidence/read-runs.ts'
import { ownWorkplace, type Workplace } from '#cli/recording/workplace.ts'
import { FINDINGS, type Finding } from '#features/evidence/finding-model.ts'
import type { ToldRun } from '#features/evidence/told-run-model.ts'
import { tellRuns } from '#features/evidence/told-runs-queries.ts'

interface ListOptions {
  readonly json?: boolean
}

export const addList: AddCommand = (program, signal) => {
  program
    .command('list')
    .description('list the runs that the portal shows, the newest first')
    .option('--json', 'as JSON')
    .action((options: ListOptions) => list(options, signal))
}

/** Prints the runs of the evidence folder as it was last ingested. */
export async function list(
  { json = false }: ListOptions,
  signal: AbortSignal,
  workplace: Workplace = ownWorkplace(),
): Promise<void> {
  const runs = await readRuns(workplace, signal, tellRuns)
  if (json) console.log(JSON.stringify(runs.map(listed), null, 2))
  else if (runs.length === 0) console.log('There is no run: nothing was ingested from the evidence folder.')
  else console.log(columns([HEAD, ...runs.map(row)]).join('\n'))
}

/** How many checks found what. */
function findingsOf({ judgements }: ToldRun): Record<Finding, number> {
  const findings: Record<Finding, number> = { passed: 0, failed: 0, warned: 0, 'not-run': 0 }
  for (const { finding } of judgements.values()) findings[finding] += 1
  return findings
}

const listed = (told: ToldRun) => {
  const { run, records } = told
  const { environment, runId, kind, finishedAt, subject } = run
  return { environment, runId, kind, finishedAt, subject, records, findings: findingsOf(told) }
}

const HEAD = ['environment', 'run', 'kind', 'finished', 'subject', 'records', ...FINDINGS]

function row(told: ToldRun): string[] {
  const { run, records } = told
  const findings = findingsOf(told)
  return [
    run.environment,
    run.runId,
    run.kind,
    run.finishedAt,
    plain(`${run.subject.repository}@${run.subject.commit.slice(0, 12)}`),
    String(records),
    ...FINDINGS.map(finding => String(findings[finding])),
  ]
}
