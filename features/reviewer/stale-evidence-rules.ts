import type { ChecklistView } from '#features/checklist/checklist-model.ts'
import { CHECK_CODES, type CheckCode } from '#features/evidence/check-code-model.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'
import type { CountingFinding } from '#features/evidence/verdict-model.ts'
import { instantOf } from '#features/evidence/verdict-rules.ts'

/** A run that counts for something and is too old for it, or of other code than the newest run. */
export interface StaleRun {
  readonly run: RunView
  readonly isRequired: boolean
  /** What counts of it, in the order of the checks. */
  readonly checks: readonly CheckCode[]
  /** The workstreams that rest on it. */
  readonly workstreams: readonly number[]
  /** Those for which it is older than they allow. */
  readonly tooOldFor: readonly number[]
  /** When it finished; where it is a comparison alone that is too old, when the oldest run that was compared did. */
  readonly since: Date
  /** The newest run of the same repository where that is of another commit; null where it is of the same. */
  readonly newer: RunView | null
}

interface Resting {
  readonly number: number
  readonly check: CheckCode
  readonly isStale: boolean
  readonly source: NonNullable<CountingFinding['source']>
}

/** Every finding that counts for a workstream, but those that judged nothing. */
const restingIn = ({ workstreams }: Pick<ChecklistView, 'workstreams'>): Resting[] =>
  workstreams.flatMap(({ number, evidence }) =>
    evidence.findings.flatMap(({ check, finding, isStale, source }) =>
      finding !== 'not-run' && source ? [{ number, check, isStale, source }] : [],
    ),
  )

/** Commit ids may be shortened. */
const isSame = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a)

const numbersOf = (resting: readonly Resting[]): number[] =>
  [...new Set(resting.map(({ number }) => number))].toSorted((a, b) => a - b)

/**
 * The runs that workstreams rest on and that are stale: those from required environments first, then the oldest.
 * @param runs the newest first
 */
export function staleEvidence(
  checklist: Pick<ChecklistView, 'workstreams' | 'document'>,
  runs: readonly RunView[],
): StaleRun[] {
  const { required } = checklist.document.evidenceMapping
  const byRun = Map.groupBy(restingIn(checklist), ({ source }) => source.run.run.runId)
  return [...byRun.values()]
    .flatMap(resting => {
      const [first] = resting
      if (!first) return []
      const { run } = first.source
      const { repository, commit } = run.run.subject
      const newest = runs.find(other => other.run.subject.repository === repository)
      const old = resting.filter(({ isStale }) => isStale)
      const instants = (old.length > 0 ? old : resting).map(({ check, source }) => instantOf(check, source))
      return {
        run,
        isRequired: required.includes(run.environment),
        checks: CHECK_CODES.filter(check => resting.some(each => each.check === check)),
        workstreams: numbersOf(resting),
        tooOldFor: numbersOf(old),
        since: new Date(Math.max(...instants)),
        newer: newest && !isSame(newest.run.subject.commit, commit) ? newest : null,
      }
    })
    .filter(({ tooOldFor, newer }) => tooOldFor.length > 0 || newer !== null)
    .toSorted((a, b) => Number(b.isRequired) - Number(a.isRequired) || a.since.getTime() - b.since.getTime())
}
