import type { Stamp } from '#orchestrator/store/sighting-rules.ts'
import type { Settlement } from '#orchestrator/store/writer-model.ts'
import type { KafkaRecordInput } from '#orchestrator/transport-model.ts'

type StampTuple = readonly [seq: number, time: number]

/**
 * A settlement as it goes to another thread: the names of fields, which are copied with every object, are most of what
 * that costs.
 */
export type SettlementTuple = readonly [
  topic: string,
  partition: number | null,
  offset: number | null,
  key: string | null,
  headers: Settlement['headers'],
  value: string | null,
  eventId: string,
  attempts: readonly StampTuple[],
  ended: StampTuple,
  how: Settlement['how'],
  sending: SendingTuple | null,
]

type SendingTuple = readonly [
  topic: string,
  key: string,
  value: string,
  eventId: string | null,
  headers: KafkaRecordInput['headers'],
]

const stampTuple = ({ seq, time }: Stamp): StampTuple => [seq, time]
const stampOf = ([seq, time]: StampTuple): Stamp => ({ seq, time })

const sendingTuple = ({ topic, key, value, eventId, headers }: KafkaRecordInput): SendingTuple => [
  topic,
  key,
  value,
  eventId,
  headers,
]

const sendingOf = ([topic, key, value, eventId, headers]: SendingTuple): KafkaRecordInput => ({
  topic,
  key,
  value,
  eventId,
  headers,
})

export const tupleOf = (settlement: Settlement): SettlementTuple => [
  settlement.topic,
  settlement.partition,
  settlement.offset,
  settlement.key,
  settlement.headers,
  settlement.value,
  settlement.eventId,
  settlement.attempts.map(stampTuple),
  stampTuple(settlement.ended),
  settlement.how,
  settlement.sending && sendingTuple(settlement.sending),
]

export const settlementOf = ([
  topic,
  partition,
  offset,
  key,
  headers,
  value,
  eventId,
  attempts,
  ended,
  how,
  sending,
]: SettlementTuple): Settlement => ({
  topic,
  partition,
  offset,
  key,
  headers,
  value,
  eventId,
  attempts: attempts.map(stampOf),
  ended: stampOf(ended),
  how,
  sending: sending && sendingOf(sending),
})
