import type { KafkaRecordInput } from '#orchestrator/transport-model.ts'

/** One way of carrying intents through the chain. */
export interface Carrier {
  /** Sends what begins them. */
  begin(records: readonly KafkaRecordInput[]): Promise<void>
  /** Settles when so many events have been consumed, and what follows from them is sent and committed. */
  carry(events: number): Promise<void>
  close(): Promise<void>
}
