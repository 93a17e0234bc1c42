import type { Breach } from '#orchestrator/breach-model.ts'

/**
 * The key of an event's record: its intentId, so that an intent keeps its partition and its order (FACTS, row 2).
 * @param event an envelope, or a DLQ record
 * @returns the key, or why there is none
 */
export function resolveIntentPartitionKey(event: { readonly intentId?: unknown }): string | Breach {
  const { intentId } = event
  if (typeof intentId === 'string' && intentId !== '') return intentId
  return {
    reason: 'schema_invalid',
    detail: `/intentId: expected a text that is not empty, found ${JSON.stringify(intentId) ?? 'none'}`,
  }
}
