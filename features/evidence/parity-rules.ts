import { judgeParity } from '#features/evidence/checks/environment-parity.ts'
import { ENVIRONMENTS } from '#features/evidence/environment-model.ts'
import type { Judgement } from '#features/evidence/finding-model.ts'
import type { Profile } from '#features/evidence/profile-rules.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'

type Listed = Pick<RunView, 'run' | 'environment' | 'finishedAt' | 'judgements'>

/** What `environment-parity` found of a run. */
export interface Parity {
  readonly judgement: Judgement
  /** When the oldest of the runs finished that were compared. */
  readonly comparedAt: Date
}

/** The newest run of each kind in each environment, which `environment-parity` looks at. @param runs the newest first */
export const newestOfKinds = <T extends Listed>(runs: readonly T[]): T[] =>
  [...new Set(runs.map(({ run }) => run.kind))].flatMap(kind =>
    ENVIRONMENTS.flatMap(
      environment => runs.find(view => view.environment === environment && view.run.kind === kind) ?? [],
    ),
  )

/** What `environment-parity` finds of each, by their ids. @param newest see `newestOfKinds` */
export function parityOf(
  newest: readonly Listed[],
  profiles: ReadonlyMap<string, Profile>,
): ReadonlyMap<string, Parity> {
  const profiled = newest.flatMap(({ run: { runId, kind }, finishedAt }) => {
    const profile = profiles.get(runId)
    return profile ? [{ runId, kind, finishedAt, profile }] : []
  })
  return new Map(
    profiled.map(one => {
      const alike = profiled.filter(({ kind }) => kind === one.kind)
      const judgement = judgeParity(
        one,
        alike.filter(other => other !== one),
      )
      const comparedAt = new Date(Math.min(...alike.map(({ finishedAt }) => finishedAt.getTime())))
      return [one.runId, { judgement, comparedAt }]
    }),
  )
}

/** Runs with what `environment-parity` found of them beside their other findings. */
export const withParity = <T extends Listed>(runs: readonly T[], parity: ReadonlyMap<string, Parity>): T[] =>
  runs.map(view => {
    const found = parity.get(view.run.runId)
    if (!found) return view
    const judgements = new Map([...view.judgements, ['environment-parity', found.judgement] as const])
    return { ...view, judgements, comparedAt: found.comparedAt }
  })
