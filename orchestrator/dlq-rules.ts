import type { DlqRecord } from '#orchestrator/dlq-model.ts'
import type { Delivery } from '#orchestrator/transport-model.ts'

const MAX_ID = 200
const MAX_REASON = 1000
/** Of what is kept of a value that is not replayed anyway. */
const MAX_CUT = 2000
const NUL = /\0/g

const sound = (text: string): string => text.toWellFormed().replace(NUL, '\ufffd')
const isId = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= MAX_ID && sound(value) === value

/** What stands for the intent where nobody can know it: where the record lies, so that no two are taken for one. */
const unknownIntent = ({ topic, partition, offset }: Delivery): string =>
  `unknown:${topic}:${partition ?? '-'}:${offset ?? '-'}`.slice(0, MAX_ID)

/**
 * What the DLQ is told of a delivery that was given up. Ids are those that could be read, the intent else that of the key.
 * @param value what could be read of its value
 */
export function dlqRecordOf(
  delivery: Delivery,
  value: Readonly<Record<string, unknown>> | null,
  failure: { readonly reason: string; readonly failedAt: string; readonly runId: string },
): DlqRecord {
  const { topic, partition, offset, key } = delivery
  const text = delivery.value === null ? null : sound(delivery.value)
  const isCut = value === null && text !== null && (text.length > MAX_CUT || text !== delivery.value)
  const { eventId, intentId } = value ?? {}
  return {
    schemaVersion: 'v1',
    eventId: isId(eventId) ? eventId : null,
    intentId: isId(intentId) ? intentId : isId(key) ? key : unknownIntent(delivery),
    reason: sound(failure.reason).slice(0, MAX_REASON).toWellFormed() || 'unknown',
    failedAt: failure.failedAt,
    sourceTopic: topic,
    origin: { topic, partition, offset },
    runId: failure.runId,
    original: {
      key: key === null ? null : sound(key).slice(0, MAX_ID).toWellFormed(),
      value: isCut ? (text?.slice(0, MAX_CUT).toWellFormed() ?? null) : text,
      isCut,
    },
  }
}
