import type { DatabaseSync } from 'node:sqlite'
import type { KafkaRecordInput } from '#orchestrator/transport-model.ts'

/** A record that is to be sent. */
export interface Sending extends KafkaRecordInput {
  /** At which boundary it goes out. */
  readonly boundary: 'publish' | 'dlq' | 'replay'
  /** The event that it follows, as {@link causeOf} calls it; null: none. */
  readonly cause: string | null
}

/** What is sent and acknowledged together. */
export interface Parcel {
  readonly id: number
  readonly sendings: readonly Sending[]
}

/** What is to be sent, in order, from the transaction that decided it until it is acknowledged. */
export interface Outbox {
  /**
   * Puts what follows from events.
   * @returns its number; null where there is nothing
   */
  putParcel(runId: string, sendings: readonly Sending[]): number | null
  /** Puts what begins intents, in parcels of {@link LARGEST_PARCEL} at most. */
  putBeginnings(runId: string, sendings: readonly Omit<Sending, 'cause'>[]): void
  /** What waits in a run. */
  pendingOfRun(runId: string): Parcel[]
  /** What waits because of events, with what was decided together with it. */
  pendingOfCauses(causes: ReadonlySet<string>): Parcel[]
  removeParcel(id: number): void
  /** Forgets the events with which a run was to begin intents, as far as they have not gone out. */
  removeBeginnings(runId: string): void
}

const LARGEST_PARCEL = 500

/** What an event is called where something follows from it. */
export const causeOf = (topic: string, eventId: string): string => `${topic}\n${eventId}`

const parcelOf = ({ id, sendings }: Readonly<Record<string, unknown>>): Parcel => ({
  id: Number(id),
  sendings: JSON.parse(String(sendings)),
})

export function createOutbox(database: DatabaseSync): Outbox {
  const insert = database.prepare('INSERT INTO parcel (run_id, is_caused, sendings) VALUES (?, ?, ?)')
  const ofRun = database.prepare('SELECT id, sendings FROM parcel WHERE run_id = ? ORDER BY id')
  const caused = database.prepare('SELECT id, sendings FROM parcel WHERE is_caused ORDER BY id')
  const remove = database.prepare('DELETE FROM parcel WHERE id = ?')
  const removeUncaused = database.prepare('DELETE FROM parcel WHERE run_id = ? AND NOT is_caused')
  return {
    putParcel(runId, sendings) {
      if (sendings.length === 0) return null
      return Number(insert.run(runId, 1, JSON.stringify(sendings)).lastInsertRowid)
    },
    putBeginnings(runId, sendings) {
      for (let from = 0; from < sendings.length; from += LARGEST_PARCEL) {
        const some = sendings.slice(from, from + LARGEST_PARCEL).map(one => ({ ...one, cause: null }))
        insert.run(runId, 0, JSON.stringify(some))
      }
    },
    pendingOfRun: runId => ofRun.all(runId).map(parcelOf),
    pendingOfCauses: causes =>
      // They are few: each waits for an acknowledgement only.
      caused
        .all()
        .map(parcelOf)
        .filter(({ sendings }) => sendings.some(({ cause }) => cause !== null && causes.has(cause))),
    removeParcel: id => void remove.run(id),
    removeBeginnings: runId => void removeUncaused.run(runId),
  }
}
