import { readChain } from '#features/evidence/chain-queries.ts'
import type { RecordFilter } from '#features/evidence/record-filter-model.ts'
import { readRecords, readRunPlace } from '#features/evidence/records-queries.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'
import type { ShownRecords } from '#features/evidence/shown-records-model.ts'

/** Records on one page. */
const RECORDS_A_PAGE = 50

/**
 * The records of a run that its page shows; null where the run has gone meanwhile.
 * @param runs every run, the newest first
 */
export async function readShownRecords(
  view: RunView,
  runs: readonly RunView[],
  { after, ...filter }: RecordFilter & { readonly after: number },
): Promise<ShownRecords | null> {
  const place = await readRunPlace(view.run.runId)
  if (!place) return null
  const [page, chain] = await Promise.all([
    readRecords(place, filter, after, RECORDS_A_PAGE),
    filter.intent === null ? null : readChain(view, place, runs, filter.intent),
  ])
  return { ...page, filter, after, lanes: place.lanes, chain }
}
