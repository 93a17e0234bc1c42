import type { RunView } from '#features/evidence/run-view-model.ts'

/** Runs on one page. */
export const RUNS_A_PAGE = 40

export interface RunPage {
  readonly runs: readonly RunView[]
  /** Id of the run after which to go on; null where there are no more. */
  readonly next: string | null
  /** How many there are on all pages. */
  readonly total: number
}

/**
 * A page of runs.
 * @param after id of the last run of the page before; null: the first page
 * @returns null where there is no such run
 */
export function runPage(runs: readonly RunView[], after: string | null): RunPage | null {
  const at = after === null ? -1 : runs.findIndex(({ run }) => run.runId === after)
  if (after !== null && at < 0) return null
  const given = runs.slice(at + 1, at + 1 + RUNS_A_PAGE)
  const hasMore = runs.length > at + 1 + given.length
  return { runs: given, next: hasMore ? (given.at(-1)?.run.runId ?? null) : null, total: runs.length }
}
