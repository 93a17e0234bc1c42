import { newEventId } from '#orchestrator/event-id-rules.ts'
import type { BeginIntent } from '#orchestrator/operator/begin-run.ts'
import { buildKafkaRecordInput } from '#orchestrator/record-input-rules.ts'

/** What the single operator begins an intent with. */
export const milestoneApproved: BeginIntent = (intentId, number, now) =>
  buildKafkaRecordInput('milestone.approved', {
    schemaVersion: 'v1',
    eventId: newEventId(now),
    occurredAt: now.toISOString(),
    intentId,
    producer: 'single-operator',
    payload: { caseId: `case-${number}`, milestoneId: `milestone-${number}`, approvedBy: 'single-operator' },
  })
