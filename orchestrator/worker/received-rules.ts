import { createHash } from 'node:crypto'
import { type Admission, admit } from '#orchestrator/admission-rules.ts'
import { causeOf } from '#orchestrator/store/sending-rules.ts'
import type { Delivery } from '#orchestrator/transport-model.ts'

/** A delivery, looked at. */
export interface Received {
  readonly delivery: Delivery
  readonly admission: Admission
  /** What tells it from every other on its topic: its eventId, else where it lies, else its value. */
  readonly id: string
  /** The same on all topics. */
  readonly cause: string
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

function idOf({ partition, offset, key, value }: Delivery, { event, breach }: Admission): string {
  if (!breach) return event.eventId
  const eventId = event?.['eventId']
  // A breach of an event does not end the event itself.
  if (offset !== null) return `@${partition}/${offset}`
  return `@${typeof eventId === 'string' ? eventId : ''}/${digest(JSON.stringify([key, value]))}`
}

export function receive(delivery: Delivery): Received {
  const admission = admit(delivery)
  const id = idOf(delivery, admission)
  return { delivery, admission, id, cause: causeOf(delivery.topic, id) }
}

/** What is handled in order: an intent's deliveries; those that nobody can assign stand alone. */
export const laneOf = ({ delivery, cause }: Received): string => delivery.key ?? `\0${cause}`
