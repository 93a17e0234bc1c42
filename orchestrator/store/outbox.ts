import type { DatabaseSync } from 'node:sqlite'
import { packSendings, type Sending, type Sent, unpackSendings } from '#orchestrator/store/sending-rules.ts'

/** What is sent and acknowledged together. */
export interface Parcel {
  readonly id: number
  readonly sendings: readonly Sending[]
}

/** A process of a run. */
interface Sender {
  readonly runId: string
  readonly process: string
}

/**
 * What is to be sent, in order, from the transaction that decided it until it is acknowledged. From then on it is
 * evidence that it was sent (`records.ts`).
 */
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
  /**
   * Notes that a parcel was sent, by whom, when and where to. Where another process has sent it as well, both are kept.
   * @param sent of each of its records
   */
  putSent(parcel: Parcel, sender: Sender, sent: readonly Sent[]): void
  /** Forgets the events with which a run was to begin intents, as far as they have not gone out. */
  removeBeginnings(runId: string): void
}

const LARGEST_PARCEL = 500

const parcelOf = ({ id, sendings }: Readonly<Record<string, unknown>>): Parcel => ({
  id: Number(id),
  sendings: unpackSendings(sendings as Uint8Array),
})

export function createOutbox(database: DatabaseSync): Outbox {
  const insert = database.prepare('INSERT INTO parcel (run_id, is_caused, sendings) VALUES (?, ?, ?)')
  const ofRun = database.prepare(
    'SELECT id, sendings FROM parcel WHERE run_id = ? AND sent IS NULL ORDER BY id',
  )
  // Without being told, SQLite reads all that was ever sent, because that lies in this order.
  const caused = database.prepare(
    'SELECT id, sendings FROM parcel INDEXED BY parcel_waiting WHERE is_caused AND sent IS NULL ORDER BY id',
  )
  const note = database.prepare(
    'UPDATE parcel SET run_id = ?, process = ?, first = ?, sent = ? WHERE id = ? AND sent IS NULL',
  )
  const insertSent = database.prepare(
    'INSERT INTO parcel (run_id, process, first, sent, is_caused, sendings) VALUES (?, ?, ?, ?, 1, ?)',
  )
  const removeUncaused = database.prepare(
    'DELETE FROM parcel WHERE run_id = ? AND NOT is_caused AND sent IS NULL',
  )
  return {
    putParcel(runId, sendings) {
      if (sendings.length === 0) return null
      return Number(insert.run(runId, 1, packSendings(sendings)).lastInsertRowid)
    },
    putBeginnings(runId, sendings) {
      for (let from = 0; from < sendings.length; from += LARGEST_PARCEL) {
        const some = sendings.slice(from, from + LARGEST_PARCEL).map(one => ({ ...one, cause: null }))
        insert.run(runId, 0, packSendings(some))
      }
    },
    pendingOfRun: runId => ofRun.all(runId).map(parcelOf),
    pendingOfCauses: causes =>
      // They are few: each waits for an acknowledgement only.
      caused
        .all()
        .map(parcelOf)
        .filter(({ sendings }) => sendings.some(({ cause }) => cause !== null && causes.has(cause))),
    putSent({ id, sendings }, { runId, process }, sent) {
      if (sent.length !== sendings.length) throw new Error('Fewer records were acknowledged than were sent.')
      const told = [runId, process, sent[0]?.[0] ?? 0, JSON.stringify(sent)] as const
      if (note.run(...told, id).changes === 0) insertSent.run(...told, packSendings(sendings))
    },
    removeBeginnings: runId => void removeUncaused.run(runId),
  }
}
