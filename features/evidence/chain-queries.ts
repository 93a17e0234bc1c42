import { chainOf } from '#features/evidence/chain-rules.ts'
import { EVERY_RECORD } from '#features/evidence/record-filter-model.ts'
import { readRecords, readRunPlace } from '#features/evidence/records-queries.ts'
import { relatedRuns } from '#features/evidence/related-runs-rules.ts'
import type { RunPlace } from '#features/evidence/run-place-model.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'
import type { IntentChain, RecordPage } from '#features/evidence/shown-records-model.ts'

/** Records of an intent that are drawn, of all runs together: a chain has a few dozen, each of at most 64 KiB. */
const MOST = 300

interface RunPart {
  readonly other: RunView
  readonly page: RecordPage
}

/**
 * The chain of an intent in a run and in the runs that it replays or that replay it; null where the run has no record
 * of it.
 * @param runs every run, the newest first
 */
export async function readChain(
  view: RunView,
  place: RunPlace,
  runs: readonly RunView[],
  intent: string,
): Promise<IntentChain | null> {
  const filter = { ...EVERY_RECORD, intent }
  const own = await readRecords(place, filter, 0, MOST)
  if (own.records.length === 0) return null
  const joined: RunPart[] = []
  let [left, isCut] = [MOST - own.records.length, own.next !== null]
  // One after the other: what the first ones have is no longer left for those that follow.
  for (const other of relatedRuns(runs, view)) {
    const there = await readRunPlace(other.run.runId)
    const page = there && (await readRecords(there, filter, 0, Math.max(left, 1)))
    if (!page || page.records.length === 0) continue
    isCut ||= page.next !== null || left === 0
    if (left > 0) joined.push({ other, page })
    left = Math.max(0, left - page.records.length)
  }
  const pages = [...joined, { other: view, page: own }].toSorted(
    (a, b) => a.other.finishedAt.getTime() - b.other.finishedAt.getTime(),
  )
  const records = pages.flatMap(({ page }) => page.records)
  const boundaries = pages.flatMap(({ other }) => other.run.boundaries)
  return {
    ...chainOf(records, boundaries),
    intent,
    views: [view, ...joined.map(({ other }) => other)],
    bound: isCut ? MOST : null,
  }
}
