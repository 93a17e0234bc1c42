import { newEventId } from '#orchestrator/event-id-rules.ts'
import { KES_TOPIC } from '#orchestrator/event-model.ts'
import type { BeginIntent } from '#orchestrator/operator/begin-run.ts'
import { buildKafkaRecordInput } from '#orchestrator/record-input-rules.ts'

/** What a smoke begins an intent with, as the KES API would send it. */
export const kesEvent: BeginIntent = (intentId, number, now) => {
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
