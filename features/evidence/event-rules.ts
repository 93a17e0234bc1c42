import type { Boundary, EvidenceRecord } from '#features/evidence/record-model.ts'

/** The steps of one intent, in their order (FACTS, "Events and smoke"). */
export const CHAIN: readonly string[] = [
  'milestone.approved',
  'mint.requested',
  'mint.confirmed',
  'anchor.requested',
  'anchor.confirmed',
]

export const at =
  (...boundaries: readonly Boundary[]) =>
  ({ boundary }: EvidenceRecord): boolean =>
    boundaries.includes(boundary)

/** A record that went out to a topic as an event: for the first time or again. */
export const isSent = at('publish', 'replay')

/** Whether a DLQ record stands for an event. One without an event id is told by its source topic within the intent. */
export const standsFor = (dlq: EvidenceRecord, event: EvidenceRecord): boolean => {
  const { sourceTopic } = dlq.value
  if (dlq.eventId === null) return sourceTopic === event.topic
  return dlq.eventId === event.eventId && (typeof sourceTopic !== 'string' || sourceTopic === event.topic)
}

/** Whether two records are of the same event of a topic. One without an event id is told by where it lies. */
export const isSameEvent = (a: EvidenceRecord, b: EvidenceRecord): boolean => {
  if (a.topic !== b.topic) return false
  if (a.eventId !== null && b.eventId !== null) return a.eventId === b.eventId
  return a.offset !== null && a.partition === b.partition && a.offset === b.offset
}

/** Of records of events the first of each event. */
export function firstOfEach(records: readonly EvidenceRecord[]): EvidenceRecord[] {
  const events: EvidenceRecord[] = []
  for (const record of records) if (!events.some(event => isSameEvent(event, record))) events.push(record)
  return events
}

/** Within a process the sequence tells which record came first; between processes only the clocks do, and these may agree. */
export const precedes = (a: EvidenceRecord, b: EvidenceRecord): boolean =>
  a.process === b.process ? a.seq < b.seq : a.time <= b.time

/** What a record is judged with: its intent, and, where its value names none, the one that its key should be. */
export const intentOf = ({ intentId, key }: EvidenceRecord): string | null => intentId ?? key
