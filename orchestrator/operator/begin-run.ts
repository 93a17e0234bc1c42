import type { RunUnderWay } from '#orchestrator/store/runs.ts'
import type { Store } from '#orchestrator/store/store.ts'
import type { KafkaRecordInput } from '#orchestrator/transport-model.ts'

/** The event with which the n-th intent of a run begins. */
export type BeginIntent = (intentId: string, number: number, now: Date) => KafkaRecordInput

/** Begins a run of so many intents: all of it is in the store, or nothing. What begins them waits in the outbox. Gives the run. */
export function beginRun(store: Store, run: RunUnderWay, intents: number, first: BeginIntent): RunUnderWay {
  const now = new Date()
  const inputs = Array.from({ length: intents }, (_, index) =>
    first(`intent-${run.runId}-${String(index + 1).padStart(4, '0')}`, index + 1, now),
  )
  store.inTransaction(() => {
    store.beginRun(run)
    for (const { key } of inputs) store.putStart(run.runId, key)
    store.putBeginnings(
      run.runId,
      inputs.map(input => ({ ...input, boundary: 'publish' })),
    )
  })
  return run
}
