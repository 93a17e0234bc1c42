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

/** Whether a DLQ record may mean an event: by its id, or, without one, by its source topic within the intent. */
const mayMean = (dlq: EvidenceRecord, event: EvidenceRecord): boolean => {
  const { sourceTopic } = dlq.value
  if (dlq.eventId === null) return sourceTopic === event.topic
  return dlq.eventId === event.eventId && (typeof sourceTopic !== 'string' || sourceTopic === event.topic)
}

/** Whether a DLQ record says that what failed lies at another place than a record. Without a broker there are no places. */
function namesAnother({ value: { origin } }: EvidenceRecord, event: EvidenceRecord): boolean {
  if (typeof origin !== 'object' || origin === null) return false
  if (!('topic' in origin && 'partition' in origin && 'offset' in origin)) return false
  if (origin.partition === null || origin.offset === null) return false
  const { topic, partition, offset } = event
  return origin.topic !== topic || origin.partition !== partition || origin.offset !== offset
}

/** Whether a DLQ record stands for an event. One without an event id stands for that of its `origin`, if it names one. */
export const standsFor = (dlq: EvidenceRecord, event: EvidenceRecord): boolean =>
  mayMean(dlq, event) && (dlq.eventId !== null || !namesAnother(dlq, event))

/** Whether a record is the replay of what is in a DLQ record. It lies elsewhere than what failed. */
export const isReplayOf = (record: EvidenceRecord, dlq: EvidenceRecord): boolean =>
  record.boundary === 'replay' && mayMean(dlq, record)

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
