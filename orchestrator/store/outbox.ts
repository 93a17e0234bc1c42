import type { DatabaseSync } from 'node:sqlite'
import type { KafkaRecordInput } from '#orchestrator/transport-model.ts'

/** At which boundary a record goes out. */
type SendingBoundary = 'publish' | 'dlq' | 'replay'

/** A record that is to be sent. */
interface Sending extends KafkaRecordInput {
  readonly runId: string
  readonly boundary: SendingBoundary
}

/** One that is not acknowledged yet. */
export interface PendingSending extends Sending {
  readonly id: number
}

/** What is to be sent, in order, from the transaction that decided it until it is acknowledged. */
export interface Outbox {
  /** @param cause topic and eventId of the event that it follows; null: none */
  putSending(sending: Sending, cause: string | null): PendingSending
  /** What is to be sent in a run, or because of an event. */
  pendingOfRun(runId: string): PendingSending[]
  pendingOfCause(cause: string): PendingSending[]
  removeSending(id: number): void
  /** Forgets the events with which a run was to begin intents, as far as they have not gone out. */
  removeBeginnings(runId: string): void
}

export function createOutbox(database: DatabaseSync): Outbox {
  const insert = database.prepare(
    'INSERT INTO outbox (run_id, cause, boundary, topic, key, value, headers) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const select = (condition: string) =>
    database.prepare(
      `SELECT id, run_id, boundary, topic, key, value, headers FROM outbox WHERE ${condition} ORDER BY id`,
    )
  const ofRun = select('run_id = ?')
  const ofCause = select('cause = ?')
  const remove = database.prepare('DELETE FROM outbox WHERE id = ?')
  const removeUncaused = database.prepare('DELETE FROM outbox WHERE run_id = ? AND cause IS NULL')
  return {
    putSending(sending, cause) {
      const { runId, boundary, topic, key, value, headers } = sending
      const { lastInsertRowid } = insert.run(
        runId,
        cause,
        boundary,
        topic,
        key,
        value,
        JSON.stringify(headers),
      )
      return { ...sending, id: Number(lastInsertRowid) }
    },
    pendingOfRun: runId => ofRun.all(runId).map(sendingOf),
    pendingOfCause: cause => ofCause.all(cause).map(sendingOf),
    removeSending: id => void remove.run(id),
    removeBeginnings: runId => void removeUncaused.run(runId),
  }
}

const sendingOf = (row: Readonly<Record<string, unknown>>): PendingSending => ({
  id: Number(row['id']),
  runId: String(row['run_id']),
  boundary: row['boundary'] as SendingBoundary,
  topic: String(row['topic']),
  key: String(row['key']),
  value: String(row['value']),
  headers: JSON.parse(String(row['headers'])),
})
