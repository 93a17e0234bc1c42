import { askedOf, runFilterOf } from '#features/evidence/asked-filter-rules.ts'
import { runsLeft } from '#features/evidence/run-filter-rules.ts'
import { type RunPage, runPage } from '#features/evidence/run-page-rules.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'
import { readRuns } from '#features/evidence/runs-queries.ts'
import type { FileWish, NoFile } from '#features/portal/file-model.ts'
import { nothingAt } from '#features/portal/file-rules.ts'

export interface AskedRuns {
  /** Every run, the newest first. */
  readonly runs: readonly RunView[]
  /** Those that the filter leaves, all of them. */
  readonly left: readonly RunView[]
  /** Those of them that the page lists. */
  readonly listed: RunPage
}

/** The runs that a file's filter leaves. */
export async function readAskedRuns(wish: FileWish): Promise<AskedRuns | NoFile> {
  const filter = askedOf(() => runFilterOf(wish.query))
  if ('malformed' in filter) return { status: 400, detail: filter.malformed }
  const runs = await readRuns(wish.asOf)
  const left = runsLeft(runs, filter)
  const listed = runPage(left, filter.after)
  return listed ? { runs, left, listed } : nothingAt('the id of a run', filter.after ?? '')
}
