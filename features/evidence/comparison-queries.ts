import { type Comparison, compareSides, pairOf, sideOf } from '#features/evidence/comparison-rules.ts'
import { readProfiles } from '#features/evidence/profile-queries.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'

/**
 * What an address asks to compare: by itself, the two environments that come first. Null: no such side.
 * @param runs the newest first
 */
export async function readComparison(
  runs: readonly RunView[],
  query: URLSearchParams,
): Promise<Comparison | null> {
  const [a, b] = [sideOf(runs, query.get('a') ?? 'dev'), sideOf(runs, query.get('b') ?? 'stage')]
  if (!a || !b) return null
  const pair = pairOf(runs, a, b)
  return compareSides(runs, a, b, pair ? await readProfiles([pair.a, pair.b]) : new Map())
}
