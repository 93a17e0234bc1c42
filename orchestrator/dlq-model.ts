import type { Delivery } from '#orchestrator/transport-model.ts'

/** The value of a record of the DLQ: its contract's fields, and what a replay needs. */
export interface DlqRecord {
  readonly schemaVersion: 'v1'
  /** Null where it could not be known. */
  readonly eventId: string | null
  readonly intentId: string
  readonly reason: string
  /** ISO 8601 instant. */
  readonly failedAt: string
  readonly sourceTopic: string
  readonly origin: Pick<Delivery, 'topic' | 'partition' | 'offset'>
  /** The run that gave it up; its bundle has this record too. */
  readonly runId: string
  /** The record that failed, as it came. `isCut`: only its beginning, or signs of it replaced; it is not replayed. */
  readonly original: Pick<Delivery, 'key' | 'value'> & { readonly isCut: boolean }
}
