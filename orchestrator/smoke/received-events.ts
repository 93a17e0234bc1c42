import type { RecordLine } from '#features/evidence/record-model.ts'
import { KES_TOPIC } from '#orchestrator/event-model.ts'
import type { Store } from '#orchestrator/store/store.ts'

/** Of an event on `kes.orchestrator.events` what two runs are compared by. */
export interface ReceivedEvent {
  readonly intentId: unknown
  readonly eventId: unknown
  readonly topic: string
  readonly partition: number | null
  readonly offset: number | null
  readonly schemaVersion: unknown
  readonly occurredAt: unknown
  readonly producer: unknown
}

/** As many as a summary tells; the bundle has all of them. */
const MOST = 1000

/** The events that a run has received from `kes.orchestrator.events`, from the lines of its evidence. */
export function receivedEvents(store: Store, runId: string): ReceivedEvent[] {
  const events: ReceivedEvent[] = []
  for (const line of store.recordsOf(runId)) {
    if (events.length === MOST) break
    const { boundary, topic, partition, offset, attempt, value }: RecordLine = JSON.parse(line)
    if (boundary !== 'consume' || topic !== KES_TOPIC || attempt !== 1) continue
    const { intentId, eventId, schemaVersion, occurredAt, producer } = value
    events.push({ intentId, eventId, topic, partition, offset, schemaVersion, occurredAt, producer })
  }
  return events
}
