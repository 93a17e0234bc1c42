import { packRows, unpackRows } from '#orchestrator/store/rows-rules.ts'
import type { Sighting } from '#orchestrator/store/sighting-rules.ts'
import type { KafkaRecordInput } from '#orchestrator/transport-model.ts'

/** A record that is to be sent. */
export interface Sending extends KafkaRecordInput {
  /** At which boundary it goes out. */
  readonly boundary: 'publish' | 'dlq' | 'replay'
  /** The event that it follows, as {@link causeOf} calls it; null: none. */
  readonly cause: string | null
}

/** When a record was sent, as `Stamp` tells it, and where it lies. */
export type Sent = readonly [seq: number, time: number, partition: number | null, offset: number | null]

/** What an event is called where something follows from it. */
export const causeOf = (topic: string, eventId: string): string => `${topic}\n${eventId}`

type Head = readonly [
  Sending['boundary'],
  topic: string,
  key: string,
  eventId: string | null,
  headers: Sending['headers'],
  cause: string | null,
]

const headOf = ({ boundary, topic, key, eventId, headers, cause }: Sending): Head => [
  boundary,
  topic,
  key,
  eventId,
  headers,
  cause,
]

export const packSendings = (sendings: readonly Sending[]): Buffer =>
  packRows(sendings.map(sending => ({ head: headOf(sending), value: sending.value })))

export const unpackSendings = (packed: Uint8Array): Sending[] =>
  unpackRows<Head>(packed).map(({ head: [boundary, topic, key, eventId, headers, cause], value }) => ({
    boundary,
    topic,
    key,
    eventId,
    headers,
    cause,
    value,
  }))

/** What was seen of records as they were sent. @param sent of each of them */
export const sightingsOf = (sendings: readonly Sending[], sent: readonly Sent[]): Sighting[] =>
  sent.flatMap(([seq, time, partition, offset], index) => {
    const sending = sendings[index]
    if (!sending) return []
    const { boundary, topic, key, headers, value } = sending
    return [
      {
        seen: [{ boundary, stamp: { seq, time }, attempt: 1 }],
        topic,
        partition,
        offset,
        key,
        headers,
        value,
      },
    ]
  })
