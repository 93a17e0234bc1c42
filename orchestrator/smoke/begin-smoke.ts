import { newEventId } from '#orchestrator/event-id-rules.ts'
import { KES_TOPIC } from '#orchestrator/event-model.ts'
import { buildKafkaRecordInput } from '#orchestrator/record-input-rules.ts'
import type { RunUnderWay } from '#orchestrator/store/runs.ts'
import type { Store } from '#orchestrator/store/store.ts'
import type { KafkaRecordInput } from '#orchestrator/transport-model.ts'

/** The event with which the n-th intent of a smoke begins, as the KES API would send it. */
function kesEvent(runId: string, number: number, now: Date): KafkaRecordInput {
  const intentId = `intent-${runId}-${String(number).padStart(4, '0')}`
  const payload =
    number % 2 === 1
      ? { source: 'case', caseId: `case-${number}` }
      : { source: 'payment', paymentId: `payment-${number}` }
  const occurredAt = now.toISOString()
  return buildKafkaRecordInput(
    KES_TOPIC,
    { schemaVersion: 'v1', eventId: newEventId(now), occurredAt, intentId, producer: 'kes-smoke', payload },
    { 'x-intent-id': intentId },
  )
}

/** Begins a smoke of so many intents: all of it is in the store, or nothing. What begins them waits in the outbox. */
export function beginSmoke(store: Store, run: RunUnderWay, intents: number): void {
  const now = new Date()
  store.inTransaction(() => {
    store.beginRun(run)
    for (let number = 1; number <= intents; number += 1) {
      const input = kesEvent(run.runId, number, now)
      store.putStart(run.runId, input.key)
      store.putSending({ ...input, runId: run.runId, boundary: 'publish' }, null)
    }
  })
}
