import type { RawMessage } from './delivery-rules.ts'

type Batch = readonly RawMessage[]

/** How many batches are in hand at once: one is handled while those before are written, sent and acknowledged. */
const MOST = 3

/** The batches that are handled and not committed. */
export interface Hand {
  /**
   * Has a batch handled, and committed behind those before it. Resolves when there is room for another.
   * @throws what handling or committing one before threw; none behind it is committed
   */
  take(batch: Batch): Promise<void>
  /** Resolves when all are committed; throws as `take` does, when none is under way any more. */
  empty(): Promise<void>
}

/** @param failed is told at once of what handling or committing threw: the next batch may be long in coming */
export function openHand(
  handle: (batch: Batch) => Promise<void>,
  commit: (batch: Batch) => Promise<void>,
  failed: (error: Error) => void,
): Hand {
  let handled: Promise<void>[] = []
  let committed: Promise<void>[] = []
  return {
    async take(batch) {
      const before = committed.at(-1)
      const now = handle(batch)
      const done = Promise.all([now, before]).then(() => commit(batch))
      done.catch(failed)
      handled = [...handled, now].slice(-MOST)
      committed = [...committed, done].slice(-MOST)
      if (committed.length === MOST) await committed[0]
    },
    async empty() {
      await Promise.allSettled([...handled, ...committed])
      await committed.at(-1)
    },
  }
}
