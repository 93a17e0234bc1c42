import pino from 'pino'
import { type KafkaTransport, openKafkaTransport } from '#orchestrator/kafka/kafka-transport.ts'
import { parseKafkaSettings } from '#orchestrator/kafka/settings-model.ts'
import type { Delivery, KafkaRecordInput, Transport } from '#orchestrator/transport-model.ts'

/** A transport by the variables that a program would have. */
export function openTransport(
  variables: Readonly<Record<string, string>>,
  publishTimeoutMs?: number,
): KafkaTransport {
  const parsed = parseKafkaSettings({ KAFKA_SESSION_TIMEOUT_MS: '6000', ...variables })
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems))
  return openKafkaTransport(parsed.settings, pino({ level: 'silent' }), publishTimeoutMs)
}

/** So many records of ten intents, in an order that their values tell. */
export const someRecords = (topic: string, count: number): KafkaRecordInput[] =>
  Array.from({ length: count }, (_, number) => ({
    topic,
    key: `intent-${number % 10}-განზრახვა`,
    value: JSON.stringify({ number }),
    eventId: null,
    headers: { 'x-intent-id': `intent-${number % 10}` },
  }))

const LONGEST_MS = 60_000

/**
 * Consumes until so many different records came, and gives all deliveries in their order.
 * @throws {Error} where they do not come within a minute
 */
export async function consumeUntil(
  transport: Transport,
  { topic, groupId, count }: { topic: string; groupId: string; count: number },
): Promise<Delivery[]> {
  const controller = new AbortController()
  const deliveries: Delivery[] = []
  const places = new Set<string>()
  await transport.consume({
    topics: [topic],
    groupId,
    fromBeginning: true,
    signal: AbortSignal.any([controller.signal, AbortSignal.timeout(LONGEST_MS)]),
    handle: async batch => {
      deliveries.push(...batch)
      for (const { partition, offset } of batch) places.add(`${partition}:${offset}`)
      if (places.size >= count) controller.abort()
    },
  })
  if (places.size < count) throw new Error(`${places.size} of ${count} records came`)
  return deliveries
}
