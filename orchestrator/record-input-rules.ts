import { ContractBreach } from '#orchestrator/breach-model.ts'
import { contractBreach } from '#orchestrator/contract-rules.ts'
import { DLQ_TOPIC } from '#orchestrator/contracts/index.ts'
import { resolveIntentPartitionKey } from '#orchestrator/partition-key-rules.ts'
import {
  keyOrHeadersNotRecordable,
  MAX_DLQ_BYTES,
  MAX_VALUE_BYTES,
  notRecordable,
} from '#orchestrator/recordable-rules.ts'
import type { KafkaRecordInput } from '#orchestrator/transport-model.ts'

/**
 * The only way to a record that is sent: the key is the intentId, and the value keeps its topic's contract.
 * @param value an envelope, or, for the DLQ, its record
 * @throws {ContractBreach} where it does not
 */
export function buildKafkaRecordInput(
  topic: string,
  value: object,
  headers: Readonly<Record<string, string>> = {},
): KafkaRecordInput {
  const key = resolveIntentPartitionKey(value)
  if (typeof key !== 'string') throw new ContractBreach(topic, key)
  const text = JSON.stringify(value)
  const breach =
    contractBreach(topic, value as Readonly<Record<string, unknown>>) ??
    notRecordable(value, text, topic === DLQ_TOPIC ? MAX_DLQ_BYTES : MAX_VALUE_BYTES) ??
    keyOrHeadersNotRecordable(key, headers)
  if (breach) throw new ContractBreach(topic, breach)
  const eventId = 'eventId' in value && typeof value.eventId === 'string' ? value.eventId : null
  return { topic, key, value: text, eventId, headers }
}
