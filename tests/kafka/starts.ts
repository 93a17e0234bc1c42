import { buildKafkaRecordInput } from '#orchestrator/record-input-rules.ts'
import type { KafkaRecordInput } from '#orchestrator/transport-model.ts'

/** The event with which an intent of this name begins; its id says so too. */
export const startOf = (intentId: string): KafkaRecordInput =>
  buildKafkaRecordInput('milestone.approved', {
    schemaVersion: 'v1',
    eventId: `${intentId}-approved`,
    occurredAt: new Date().toISOString(),
    intentId,
    producer: 'test',
    payload: { milestoneId: `milestone of ${intentId}` },
  })
