import type { Sighting } from '#orchestrator/store/sighting-rules.ts'
import type { Delivery } from '#orchestrator/transport-model.ts'
import { receive } from '#orchestrator/worker/received-rules.ts'
import { traceOf } from '#orchestrator/worker/trace-rules.ts'
import type { WorkerParts } from '#orchestrator/worker/worker-model.ts'

/**
 * Writes down what came and does nothing about it: who handles the topic gives up what is no event, not who looks on.
 * What evidence can hold nothing of is counted.
 */
export function observe(
  batch: readonly Delivery[],
  { store, recorder, log }: Pick<WorkerParts, 'store' | 'recorder' | 'log'>,
): void {
  const seen = batch.map(delivery => ({ received: receive(delivery), stamp: recorder.stamp() }))
  store.inTransaction(() => {
    const sightings = seen.flatMap(({ received, stamp }): Sighting[] => {
      const { delivery, admission } = received
      if (admission.event === null) {
        store.putUnrecordable(recorder.runId)
        return []
      }
      const { topic, partition, offset, key, headers } = delivery
      const value = JSON.stringify(admission.event)
      const seen = [{ boundary: 'consume' as const, stamp, attempt: 1 }]
      return [{ seen, topic, partition, offset, key, headers, value }]
    })
    recorder.record(sightings)
  })
  for (const { received } of seen) {
    const { delivery, admission } = received
    const trace = traceOf(delivery, admission.event)
    log.info({ ...trace, attempt: 1 }, 'consume')
    if (admission.breach) log.warn({ ...trace, breach: admission.breach.reason }, 'not an event of its topic')
  }
}
