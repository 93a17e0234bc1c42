import { followUpId } from '#orchestrator/event-id-rules.ts'
import type { Event } from '#orchestrator/event-model.ts'
import { resolveIntentId } from './intent-id-rules.ts'
import type { KesRequest } from './request-model.ts'

/** JSON in which the keys of each object stand in one order, so that equal values give equal texts. */
const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : inner,
  )

/**
 * The event of a request. Its id is derived from all that the request says, its idempotency key included and the time
 * left out: a request that is sent again is the same event, and its second record has no second effect. Whoever means
 * two events by two equal requests gives them different keys.
 * @param now ISO 8601 instant
 */
export function kesEvent(request: KesRequest, now: string): Event {
  const { source, fields, idempotencyKey } = request
  const intentId = resolveIntentId(request)
  const said = canonicalJson([source, intentId, idempotencyKey, fields])
  return {
    schemaVersion: 'v1',
    eventId: followUpId(said, 'kes.orchestrator.events'),
    occurredAt: now,
    intentId,
    producer: 'kes-api',
    payload: { ...fields, source },
  }
}
