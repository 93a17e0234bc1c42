import type { Breach } from '#orchestrator/breach-model.ts'
import { contractBreach } from '#orchestrator/contract-rules.ts'
import type { Event } from '#orchestrator/event-model.ts'
import { resolveIntentPartitionKey } from '#orchestrator/partition-key-rules.ts'
import { keyOrHeadersNotRecordable, notRecordable } from '#orchestrator/recordable-rules.ts'
import type { Delivery } from '#orchestrator/transport-model.ts'

/** What a delivery turned out to be: an event, or a breach with as much of its value as could be read. */
export type Admission =
  | { readonly event: Event; readonly breach: null }
  | { readonly event: Readonly<Record<string, unknown>> | null; readonly breach: Breach }

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The key is the intentId, on the way in as on the way out. */
function keyBreach(key: string | null, value: Record<string, unknown>): Breach | null {
  const expected = resolveIntentPartitionKey(value)
  if (typeof expected !== 'string') return expected
  if (key === expected) return null
  return { reason: 'key_not_intent', detail: `expected the key ${expected}, found ${key ?? 'none'}` }
}

/** Reads a delivery at the door. Never throws: whatever came is an event or a breach. */
export function admit({ topic, key, value: text, headers }: Delivery): Admission {
  if (text === null)
    return { event: null, breach: { reason: 'poison_message', detail: 'expected a value, found none' } }
  const value = parsed(text)
  if (!isObject(value))
    return {
      event: null,
      breach: { reason: 'poison_message', detail: 'expected a JSON object, found something else' },
    }
  const unfit = notRecordable(value, text) ?? keyOrHeadersNotRecordable(key, headers)
  if (unfit) return { event: null, breach: unfit }
  const breach = contractBreach(topic, value) ?? keyBreach(key, value)
  if (breach) return { event: value, breach }
  // Whatever the contract of a topic lets through has the envelope.
  return { event: value as Record<string, unknown> & Event, breach: null }
}
