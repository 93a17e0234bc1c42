import type { Sending, Sent } from '#orchestrator/store/sending-rules.ts'
import type { Stamp } from '#orchestrator/store/sighting-rules.ts'
import type { Delivery, KafkaRecordInput } from '#orchestrator/transport-model.ts'

/** How the handling of a delivery ended, as it is written down. */
export interface Settlement extends Pick<Delivery, 'topic' | 'partition' | 'offset' | 'key' | 'headers'> {
  /** The value as evidence tells it, in JSON on one line; null: it can tell nothing of it. */
  readonly value: string | null
  /** Of an event without an id, what stands for it. */
  readonly eventId: string
  /** One for each attempt that is told. */
  readonly attempts: readonly Stamp[]
  /** When it ended. */
  readonly ended: Stamp
  /** A duplicate had ended before. */
  readonly how: 'effect' | 'given-up' | 'duplicate'
  /** What is to be sent because of it. */
  readonly sending: KafkaRecordInput | null
}

/** What came of settlements. */
export interface Settled {
  /** Which of them, by their places, were of events that had ended before, in this process or another. */
  readonly repeated: readonly number[]
  /** The parcel with what is to be sent because of the others, in their order; null: nothing is. */
  readonly parcel: number | null
}

/** Writes the work of one process of one run into the store, in the order in which it is told. */
export interface Writer {
  /** Writes down in one transaction: ends, what is to be sent because of them, and evidence. */
  settle(settlements: readonly Settlement[]): Promise<Settled>
  /**
   * Writes down that a parcel was sent. Where this is lost, it is sent and written again.
   * @param sent of each of its records
   * @param sendings these; may be left out where `settle` of this writer has put them
   */
  acknowledge(parcel: number, sent: readonly Sent[], sendings?: readonly Sending[]): Promise<void>
  close(): Promise<void>
}
