import type { DatabaseSync } from 'node:sqlite'

/** An event that a run brought to its end, on its topic. */
interface EndedEvent {
  readonly topic: string
  /** Of an event without an id, what stands for it. */
  readonly eventId: string
  readonly intentId: string
  readonly runId: string
}

/** How events end, each once: in one effect, or given up. */
export interface Ends {
  /** Notes the effect of an event; false where it has ended already. */
  putEffect(event: EndedEvent): boolean
  /** Notes that an event goes to the DLQ; false where it has ended already. */
  putGivenUp(event: EndedEvent): boolean
  hasEffect(topic: string, eventId: string): boolean
  /** The run in which an event ended; null: it has not. */
  endedIn(topic: string, eventId: string): string | null
  /** Lets an event that was given up be handled again. */
  takeUp(topic: string, eventId: string): void
}

export function createEnds(database: DatabaseSync): Ends {
  const insert = database.prepare(
    'INSERT INTO ended (topic, event_id, how, intent_id, run_id) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  )
  const find = database.prepare('SELECT how, run_id FROM ended WHERE topic = ? AND event_id = ?')
  const remove = database.prepare("DELETE FROM ended WHERE topic = ? AND event_id = ? AND how = 'given-up'")
  const put = (how: 'effect' | 'given-up', { topic, eventId, intentId, runId }: EndedEvent): boolean =>
    insert.run(topic, eventId, how, intentId, runId).changes === 1
  return {
    putEffect: event => put('effect', event),
    putGivenUp: event => put('given-up', event),
    hasEffect: (topic, eventId) => find.get(topic, eventId)?.['how'] === 'effect',
    endedIn(topic, eventId) {
      const row = find.get(topic, eventId)
      return row ? String(row['run_id']) : null
    },
    takeUp: (topic, eventId) => void remove.run(topic, eventId),
  }
}
