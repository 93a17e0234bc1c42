import type { Store } from '#orchestrator/store/store.ts'
import type { Received } from '#orchestrator/worker/received-rules.ts'

/** In which run events have ended, by cause. */
export type EndedIn = ReadonlyMap<string, string>

/**
 * Looks up in which run each delivery ended that has. Where another process is quicker, settling finds it out.
 * @param inHand the same of the batches before, which are not all written yet
 */
export function endedBefore(
  batch: readonly Received[],
  store: Store,
  inHand: Iterable<EndedIn>,
): Map<string, string> {
  const knownInHand = (cause: string): string | null => {
    for (const known of inHand) {
      const runId = known.get(cause)
      if (runId !== undefined) return runId
    }
    return null
  }
  return store.inReading(() => {
    const ended = new Map<string, string>()
    for (const { delivery, id, cause } of batch) {
      const runId = knownInHand(cause) ?? store.endedIn(delivery.topic, id)
      if (runId !== null) ended.set(cause, runId)
    }
    return ended
  })
}
