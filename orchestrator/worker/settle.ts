import { DLQ_TOPIC } from '#orchestrator/contracts/index.ts'
import { dlqRecordOf } from '#orchestrator/dlq-rules.ts'
import { instantOf } from '#orchestrator/instant-rules.ts'
import { buildKafkaRecordInput } from '#orchestrator/record-input-rules.ts'
import type { Parcel } from '#orchestrator/store/outbox.ts'
import type { Recorder } from '#orchestrator/store/recorder.ts'
import { causeOf } from '#orchestrator/store/sending-rules.ts'
import { sendingBecauseOf } from '#orchestrator/store/settlement-rules.ts'
import type { Settlement } from '#orchestrator/store/writer-model.ts'
import type { Outcome } from '#orchestrator/worker/outcome-model.ts'
import type { WorkerParts } from '#orchestrator/worker/worker-model.ts'

/** What evidence can tell of a delivery, as JSON; null where its value was no object, or too much. */
function evidentOf({ delivery, admission }: Outcome['received']): string | null {
  if (admission.event === null) return null
  // Lines of evidence have one line.
  return delivery.value === null || delivery.value.includes('\n') || delivery.value.includes('\r')
    ? JSON.stringify(admission.event)
    : delivery.value
}

type Ending = Pick<Settlement, 'how' | 'sending' | 'attempts'>

function endingOf({ received, attempts, end }: Outcome, at: string, runId: string): Ending {
  if (end.kind === 'effect') return { how: 'effect', sending: end.followUp, attempts }
  if (end.kind === 'given-up') {
    const { delivery, admission } = received
    const value = admission.event && { ...admission.event }
    const failure = { reason: end.reason, failedAt: at, runId }
    const sending = buildKafkaRecordInput(DLQ_TOPIC, dlqRecordOf(delivery, value, failure))
    return { how: 'given-up', sending, attempts }
  }
  // The evidence of an event is that of the run in which it ended: this one would show it without its effect.
  return { how: 'duplicate', sending: null, attempts: end.runId === runId ? attempts : [] }
}

function settlementOf(outcome: Outcome, { runId, stamp }: Recorder): Settlement {
  const { received } = outcome
  const { topic, partition, offset, key, headers } = received.delivery
  const ended = stamp()
  const { how, sending, attempts } = endingOf(outcome, instantOf(ended.time), runId)
  const value = evidentOf(received)
  return {
    topic,
    partition,
    offset,
    key,
    headers,
    value,
    eventId: received.id,
    attempts,
    ended,
    how,
    sending,
  }
}

/** What comes of outcomes that are written down. */
interface Consequences {
  /** What is to be sent because of them; null: nothing. */
  readonly parcel: Parcel | null
  /** Deliveries of events that had ended before, whose consequences another process may have left unsent. */
  readonly repeated: ReadonlySet<string>
}

/**
 * Has outcomes written down in one transaction: effects, evidence, and what is to be sent because of them. An event that
 * another process has brought to its end meanwhile has no second one.
 */
export async function settle(
  outcomes: readonly Outcome[],
  { recorder, writer }: Pick<WorkerParts, 'recorder' | 'writer'>,
): Promise<Consequences> {
  const settlements = outcomes.map(outcome => settlementOf(outcome, recorder))
  const { repeated, parcel } = await writer.settle(settlements)
  const again = new Set(repeated)
  const sendings = settlements.flatMap((settlement, place) =>
    again.has(place) ? [] : (sendingBecauseOf(settlement) ?? []),
  )
  return {
    parcel: parcel === null ? null : { id: parcel, sendings },
    repeated: new Set(
      repeated.flatMap(place => {
        const one = settlements[place]
        return one ? [causeOf(one.topic, one.eventId)] : []
      }),
    ),
  }
}
