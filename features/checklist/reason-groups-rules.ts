import { REASON_CODES, type ReadinessReason } from '#features/checklist/readiness-model.ts'

/** Reasons that are said in one sentence. */
interface ReasonGroup extends Pick<ReadinessReason, 'code' | 'environment'> {
  /** The workstreams meant; none where the checklist as a whole is. */
  readonly numbers: readonly number[]
}

/** Reasons by code and environment, in the order of the codes. */
export function groupReasons(reasons: readonly ReadinessReason[]): ReasonGroup[] {
  const groups = Map.groupBy(reasons, ({ code, environment }) => `${code} ${environment}`)
  return [...groups.values()]
    .flatMap(([first, ...rest]) =>
      first
        ? [
            {
              code: first.code,
              environment: first.environment,
              numbers: [first, ...rest].flatMap(({ workstream }) => workstream ?? []),
            },
          ]
        : [],
    )
    .toSorted((a, b) => REASON_CODES.indexOf(a.code) - REASON_CODES.indexOf(b.code))
}
