import type { Delivery } from '#orchestrator/transport-model.ts'
import { receive } from '#orchestrator/worker/received-rules.ts'
import { traceOf } from '#orchestrator/worker/trace-rules.ts'
import type { WorkerParts } from '#orchestrator/worker/worker-model.ts'

/**
 * Writes down what came and does nothing about it. What is no event of its topic is told in the log alone: who handles
 * the topic gives it up to the DLQ, not who looks on.
 */
export function observe(
  batch: readonly Delivery[],
  { store, recorder, log }: Pick<WorkerParts, 'store' | 'recorder' | 'log'>,
): void {
  const seen = batch.map(delivery => ({ received: receive(delivery), stamp: recorder.stamp() }))
  store.inTransaction(() => {
    for (const { received, stamp } of seen) {
      const { delivery, admission } = received
      if (admission.breach) continue
      const { topic, partition, offset, key, headers } = delivery
      const value = JSON.stringify(admission.event)
      recorder.record(stamp, {
        boundary: 'consume',
        topic,
        partition,
        offset,
        key,
        headers,
        attempt: 1,
        value,
      })
    }
  })
  for (const { received } of seen) {
    const { delivery, admission } = received
    const trace = traceOf(delivery, admission.event)
    if (admission.breach) log.warn({ ...trace, breach: admission.breach.reason }, 'not an event of its topic')
    else log.info({ ...trace, attempt: 1 }, 'consume')
  }
}
