/** Envelope v1 (FACTS, "Events and smoke"): what every event has. */
export interface Event {
  readonly schemaVersion: 'v1'
  readonly eventId: string
  /** ISO 8601 instant. */
  readonly occurredAt: string
  readonly intentId: string
  readonly producer: string
  /** Changes by addition only. */
  readonly payload: Readonly<Record<string, unknown>>
}

/** The topic that starts an intent from a case or a payment. */
export const KES_TOPIC = 'kes.orchestrator.events'

/** The steps of one intent, in their order. */
export const CHAIN = [
  'milestone.approved',
  'mint.requested',
  'mint.confirmed',
  'anchor.requested',
  'anchor.confirmed',
] as const

export type ChainTopic = (typeof CHAIN)[number]

const isChainTopic = (topic: string): topic is ChainTopic => (CHAIN as readonly string[]).includes(topic)

/** The topic of the step after this one; null: the intent ends here, or the topic is no step. */
export const nextTopic = (topic: string): ChainTopic | null =>
  topic === KES_TOPIC ? CHAIN[0] : isChainTopic(topic) ? (CHAIN[CHAIN.indexOf(topic) + 1] ?? null) : null
