import { newEventId } from '#orchestrator/event-id-rules.ts'
import { buildKafkaRecordInput } from '#orchestrator/record-input-rules.ts'
import type { RunUnderWay } from '#orchestrator/store/runs.ts'
import type { Store } from '#orchestrator/store/store.ts'
import type { KafkaRecordInput } from '#orchestrator/transport-model.ts'

/** The event with which the n-th intent of a run begins. */
function milestoneApproved(runId: string, number: number, now: Date): KafkaRecordInput {
  const intentId = `intent-${runId}-${String(number).padStart(4, '0')}`
  return buildKafkaRecordInput('milestone.approved', {
    schemaVersion: 'v1',
    eventId: newEventId(now),
    occurredAt: now.toISOString(),
    intentId,
    producer: 'single-operator',
    payload: { caseId: `case-${number}`, milestoneId: `milestone-${number}`, approvedBy: 'single-operator' },
  })
}

/** Begins a run of so many intents: all of it is in the store, or nothing. What begins them waits in the outbox. */
export function beginRun(store: Store, run: RunUnderWay, intents: number): void {
  const now = new Date()
  store.inTransaction(() => {
    store.beginRun(run)
    for (let number = 1; number <= intents; number += 1) {
      const input = milestoneApproved(run.runId, number, now)
      store.putStart(run.runId, input.key)
      store.putSending({ ...input, runId: run.runId, boundary: 'publish' }, null)
    }
  })
}
