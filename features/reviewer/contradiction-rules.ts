import type { ChecklistView } from '#features/checklist/checklist-model.ts'
import { CHECK_CODES } from '#features/evidence/check-code-model.ts'
import { ENVIRONMENTS } from '#features/evidence/environment-model.ts'
import { newestOfKinds } from '#features/evidence/parity-rules.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'
import type { ContradictedRun, ContradictedWorkstream } from '#features/reviewer/contradiction-model.ts'

/** Where evidence contradicts workstreams: those recorded DONE first, then where the checklist requires evidence. */
export function contradictedWorkstreams({
  workstreams,
  document,
}: Pick<ChecklistView, 'workstreams' | 'document'>): ContradictedWorkstream[] {
  const { required } = document.evidenceMapping
  return workstreams
    .flatMap(workstream =>
      ENVIRONMENTS.filter(
        environment => workstream.evidence.verdicts[environment].verdict === 'contradicted',
      ).map(environment => ({
        workstream,
        environment,
        isRequired: required.includes(environment),
        failed: workstream.evidence.findings.flatMap(({ check, environment: there, finding, source }) =>
          there === environment && finding === 'failed' && source ? [{ check, run: source.run }] : [],
        ),
      })),
    )
    .toSorted(
      (a, b) =>
        Number(b.workstream.status === 'DONE') - Number(a.workstream.status === 'DONE') ||
        Number(b.isRequired) - Number(a.isRequired),
    )
}

const failedIn = ({ judgements }: RunView) =>
  CHECK_CODES.filter(check => judgements.get(check)?.finding === 'failed')

/** Whether a run claims of itself what the checks did not find. A claim is never taken for true (DESIGN 6). */
const isContradicted = ({ run, failed }: ContradictedRun): boolean =>
  failed.includes('claims-agree') || (run.run.claims['ok'] === true && failed.length > 0)

/**
 * The runs that claim what the checks did not find: of the newest of each kind in each environment, which speak for it.
 * @param runs the newest first
 */
export const contradictedRuns = (runs: readonly RunView[]): ContradictedRun[] =>
  newestOfKinds(runs)
    .map(run => ({ run, failed: failedIn(run) }))
    .filter(isContradicted)
