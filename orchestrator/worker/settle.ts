import { DLQ_TOPIC } from '#orchestrator/contracts/index.ts'
import { dlqRecordOf } from '#orchestrator/dlq-rules.ts'
import { instantOf } from '#orchestrator/instant-rules.ts'
import { buildKafkaRecordInput } from '#orchestrator/record-input-rules.ts'
import type { PendingSending } from '#orchestrator/store/outbox.ts'
import type { Sighting } from '#orchestrator/store/recorder.ts'
import type { Outcome } from '#orchestrator/worker/outcome-model.ts'
import { causeOf } from '#orchestrator/worker/received-rules.ts'
import type { WorkerParts } from '#orchestrator/worker/worker-model.ts'

type Seen = Omit<Sighting, 'stamp' | 'boundary' | 'attempt'>

/** What evidence can tell of a delivery; null where its value was no object, or too much. */
function seenOf({ received }: Outcome): Seen | null {
  const { delivery, admission } = received
  if (admission.event === null) return null
  const { topic, partition, offset, key, headers } = delivery
  return { topic, partition, offset, key, headers, value: JSON.stringify(admission.event) }
}

/**
 * Writes down one outcome, and gives what is to be sent because of it.
 * @param sightings takes what was seen
 */
function settleOne(
  outcome: Outcome,
  { store, recorder }: WorkerParts,
  sightings: Sighting[],
): PendingSending[] {
  const { received, attempts, end } = outcome
  const { delivery, admission, id } = received
  const { runId } = recorder
  const seen = seenOf(outcome)
  const cause = causeOf(received)
  // The evidence of an event is that of the run in which it ended: this one would show it without its effect.
  if (end.kind === 'duplicate' && end.runId !== runId) return store.pendingOfCause(cause)
  for (const [index, stamp] of attempts.entries())
    if (seen) sightings.push({ ...seen, stamp, boundary: 'consume', attempt: index + 1 })
  const stamp = recorder.stamp()
  const at = instantOf(stamp.time)
  if (end.kind === 'effect' && seen) {
    const intentId = delivery.key ?? ''
    if (!store.putEffect({ topic: delivery.topic, eventId: id, intentId, runId, at }))
      return store.pendingOfCause(cause)
    sightings.push({ ...seen, stamp, boundary: 'effect', attempt: 1 })
    return end.followUp ? [store.putSending({ ...end.followUp, runId, boundary: 'publish' }, cause)] : []
  }
  if (end.kind === 'given-up') {
    const value = admission.event && { ...admission.event }
    const failure = { reason: end.reason, failedAt: at, runId }
    const input = buildKafkaRecordInput(DLQ_TOPIC, dlqRecordOf(delivery, value, failure))
    if (store.putGivenUp({ topic: delivery.topic, eventId: id, intentId: input.key, runId, at }))
      return [store.putSending({ ...input, runId, boundary: 'dlq' }, cause)]
  }
  // Delivered again: another process may have died between its effect and what follows.
  return store.pendingOfCause(cause)
}

/**
 * Writes outcomes down in one transaction: effects, evidence, and what is to be sent because of them. An event that
 * another process has brought to its end meanwhile has no second one.
 */
export function settle(outcomes: readonly Outcome[], parts: WorkerParts): PendingSending[] {
  const sendings = parts.store.inTransaction(() => {
    const sightings: Sighting[] = []
    const caused = outcomes.flatMap(outcome => settleOne(outcome, parts, sightings))
    parts.recorder.record(sightings)
    return caused
  })
  // What an event causes is found again by its second delivery in the same batch.
  return [...new Map(sendings.map(sending => [sending.id, sending])).values()]
}
