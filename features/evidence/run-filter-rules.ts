import type { RunFilter } from '#features/evidence/run-filter-model.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'

function hasFinding({ judgements }: RunView, { finding, check }: RunFilter): boolean {
  if (check === null) return finding === null || [...judgements.values()].some(of => of.finding === finding)
  const found = judgements.get(check)?.finding ?? 'not-run'
  return finding === null ? found !== 'not-run' : found === finding
}

/** The runs that a filter leaves, in their order. */
export const runsLeft = (runs: readonly RunView[], filter: RunFilter): RunView[] =>
  runs.filter(
    view =>
      (filter.environment === null || view.environment === filter.environment) &&
      (filter.kind === null || view.run.kind === filter.kind) &&
      hasFinding(view, filter),
  )
