import type { Environment } from '#features/evidence/environment-model.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'

/** Two runs of one kind to hold side by side. */
export interface ComparedPair {
  readonly a: RunView
  readonly b: RunView
}

/**
 * The two runs by which to judge whether environments are alike: the newest of `stage` that `prod` has one of the same
 * kind for, else `dev`; where `stage` has none such, the two newest of one kind, the older first.
 * @param runs the newest first
 */
export function comparedPair(runs: readonly RunView[]): ComparedPair | null {
  const inside = (environment: Environment) => runs.filter(run => run.environment === environment)
  for (const environment of ['prod', 'dev'] as const)
    for (const a of inside('stage')) {
      const b = inside(environment).find(({ run }) => run.kind === a.run.kind)
      if (b) return { a, b }
    }
  for (const [index, b] of runs.entries()) {
    const a = runs.slice(index + 1).find(({ run }) => run.kind === b.run.kind)
    if (a) return { a, b }
  }
  return null
}
