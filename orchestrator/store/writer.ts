import type { Recorder } from '#orchestrator/store/recorder.ts'
import type { Sending } from '#orchestrator/store/sending-rules.ts'
import { sendingBecauseOf } from '#orchestrator/store/settlement-rules.ts'
import type { Sighting } from '#orchestrator/store/sighting-rules.ts'
import type { Store } from '#orchestrator/store/store.ts'
import type { Settled, Settlement, Writer } from '#orchestrator/store/writer-model.ts'

/** What was seen of a delivery; null where evidence can tell nothing of it. */
function sightingOf(settlement: Settlement, isEffect: boolean): Sighting | null {
  const { topic, partition, offset, key, headers, value, attempts, ended } = settlement
  if (value === null) return null
  const consumed = attempts.map((stamp, index) => ({
    boundary: 'consume' as const,
    stamp,
    attempt: index + 1,
  }))
  const seen = isEffect ? [...consumed, { boundary: 'effect' as const, stamp: ended, attempt: 1 }] : consumed
  return seen.length === 0 ? null : { seen, topic, partition, offset, key, headers, value }
}

/** A writer that does its work at once, in the thread of who asks. */
export function createWriter({
  store,
  recorder,
}: {
  readonly store: Store
  readonly recorder: Pick<Recorder, 'runId' | 'process' | 'record'>
}): Writer {
  const { runId } = recorder
  const own = new Map<number, readonly Sending[]>()

  /** Notes an end; false where the event has ended before. */
  const putEnd = ({ topic, eventId, key, how, sending }: Settlement): boolean => {
    const end = { topic, eventId, intentId: key ?? '', runId }
    if (how === 'effect') return store.putEffect(end)
    return how === 'given-up' && store.putGivenUp({ ...end, intentId: sending?.key ?? end.intentId })
  }

  const settle = (settlements: readonly Settlement[]): Settled => {
    const sightings: Sighting[] = []
    const sendings: Sending[] = []
    const repeated: number[] = []
    for (const [place, settlement] of settlements.entries()) {
      const isNew = putEnd(settlement)
      if (!isNew) repeated.push(place)
      const sighting = sightingOf(settlement, isNew && settlement.how === 'effect')
      if (sighting) sightings.push(sighting)
      const sending = isNew ? sendingBecauseOf(settlement) : null
      if (sending) sendings.push(sending)
    }
    recorder.record(sightings)
    const parcel = store.putParcel(runId, sendings)
    if (parcel !== null) own.set(parcel, sendings)
    return { repeated, parcel }
  }

  return {
    settle: async settlements => store.inTransaction(() => settle(settlements)),
    async acknowledge(id, sent, sendings = own.get(id) ?? []) {
      store.inHastyTransaction(() => store.putSent({ id, sendings }, recorder, sent))
      own.delete(id)
    },
    close: async () => {},
  }
}
