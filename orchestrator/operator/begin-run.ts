import type { RunUnderWay } from '#orchestrator/store/runs.ts'
import type { Store } from '#orchestrator/store/store.ts'
import type { KafkaRecordInput } from '#orchestrator/transport-model.ts'

/** The event with which the n-th intent of a run begins. */
export type BeginIntent = (intentId: string, number: number, now: Date) => KafkaRecordInput

/** Begins a run of so many intents: all of it is in the store, or nothing. What begins them waits in the outbox. Gives the run. */
export function beginRun(store: Store, run: RunUnderWay, intents: number, first: BeginIntent): RunUnderWay {
  const now = new Date()
  store.inTransaction(() => {
    store.beginRun(run)
    for (let number = 1; number <= intents; number += 1) {
      const input = first(`intent-${run.runId}-${String(number).padStart(4, '0')}`, number, now)
      store.putStart(run.runId, input.key)
      store.putSending({ ...input, runId: run.runId, boundary: 'publish' }, null)
    }
  })
  return run
}
