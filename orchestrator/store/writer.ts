import { instantOf } from '#orchestrator/instant-rules.ts'
import { causeOf, type Sending } from '#orchestrator/store/outbox.ts'
import type { Recorder, Sighting, Stamp } from '#orchestrator/store/recorder.ts'
import type { Store } from '#orchestrator/store/store.ts'
import type { Settled, Settlement, Writer } from '#orchestrator/store/writer-model.ts'

/** A writer that does its work at once, in the thread of who asks. */
export function createWriter({
  store,
  recorder,
}: {
  readonly store: Store
  readonly recorder: Pick<Recorder, 'runId' | 'record'>
}): Writer {
  const { runId } = recorder
  const own = new Map<number, readonly Sending[]>()

  /** Notes an end; false where the event has ended before. */
  const putEnd = ({ topic, eventId, key, how, ended, sending }: Settlement): boolean => {
    const end = { topic, eventId, intentId: key ?? '', runId, at: instantOf(ended.time) }
    if (how === 'effect') return store.putEffect(end)
    return how === 'given-up' && store.putGivenUp({ ...end, intentId: sending?.key ?? end.intentId })
  }

  const settle = (settlements: readonly Settlement[]): Settled => {
    const sightings: Sighting[] = []
    const sendings: Sending[] = []
    const repeated: number[] = []
    for (const [place, settlement] of settlements.entries()) {
      const { topic, partition, offset, key, headers, value, attempts, how, ended, sending } = settlement
      const see = (stamp: Stamp, boundary: 'consume' | 'effect', attempt: number): void => {
        if (value !== null)
          sightings.push({ stamp, boundary, topic, partition, offset, key, headers, attempt, value })
      }
      for (const [index, stamp] of attempts.entries()) see(stamp, 'consume', index + 1)
      if (!putEnd(settlement)) repeated.push(place)
      else {
        if (how === 'effect') see(ended, 'effect', 1)
        const boundary = how === 'effect' ? 'publish' : 'dlq'
        if (sending) sendings.push({ ...sending, boundary, cause: causeOf(topic, settlement.eventId) })
      }
    }
    recorder.record(sightings)
    const parcel = store.putParcel(runId, sendings)
    if (parcel !== null) own.set(parcel, sendings)
    return { repeated, parcel }
  }

  return {
    settle: async settlements => store.inTransaction(() => settle(settlements)),
    async acknowledge(parcel, sent, sendings = own.get(parcel) ?? []) {
      store.inHastyTransaction(() => {
        store.removeParcel(parcel)
        const sightings = sendings.map((sending, index): Sighting => {
          const placed = sent[index]
          if (!placed) throw new Error('Fewer records were acknowledged than were sent.')
          const { partition, offset, ...stamp } = placed
          return { ...sending, stamp, partition, offset, attempt: 1 }
        })
        recorder.record(sightings)
      })
      own.delete(parcel)
    },
    close: async () => {},
  }
}
