/** A record as it is sent: made by `buildKafkaRecordInput` alone. */
export interface KafkaRecordInput {
  readonly topic: string
  /** The intentId of the value. */
  readonly key: string
  /** JSON. */
  readonly value: string
  /** Of the value, for the log. */
  readonly eventId: string | null
  readonly headers: Readonly<Record<string, string>>
}

/** Where a record lies; partition and offset are null where there is no broker. */
export interface Placement {
  readonly topic: string
  readonly partition: number | null
  readonly offset: number | null
  /** ISO 8601 instant. */
  readonly timestamp: string
}

/** A record as it came. */
export interface Delivery extends Placement {
  readonly key: string | null
  /** Its bytes read as UTF-8; null where there are none. */
  readonly value: string | null
  readonly headers: Readonly<Record<string, string>>
}

/** What `run.json` says of the broker. */
export interface BrokerDescription {
  readonly kind: string
  readonly version: string
  /** Number of partitions by topic. */
  readonly partitions: Readonly<Record<string, number>>
}

/** What a consumer asks for. */
export interface ConsumeOptions {
  readonly topics: readonly string[]
  readonly groupId: string
  /** Where the group has no offsets yet: from the first record, or from what is sent from now on. */
  readonly fromBeginning: boolean
  /**
   * At most as many records as the transport's largest batch, each partition's in order. Called for the next batch
   * before it has resolved for the one before, as far as the transport has several in hand; they are committed in order.
   */
  readonly handle: (batch: readonly Delivery[]) => Promise<void>
  /** Ends the consumer after the batch in hand. */
  readonly signal: AbortSignal
}

/** How records go out and come in: a broker, or files. */
export interface Transport {
  /** Resolves when all are acknowledged, placements in the order given. Rejects if one is not. */
  publish(records: readonly KafkaRecordInput[]): Promise<readonly Placement[]>
  /**
   * Hands on one batch after another and commits a batch's offsets after `handle` resolves. Resolves once the signal is
   * aborted and the batch in hand is done; rejects where `handle` does, and commits nothing then.
   */
  consume(options: ConsumeOptions): Promise<void>
  /** Null where there is no broker. */
  describe(topics: readonly string[]): Promise<BrokerDescription | null>
  /** Makes the topics that are not there yet, with so many partitions. */
  ensureTopics(topics: readonly string[], partitions: number): Promise<void>
  close(): Promise<void>
}
