import { judgeEachRecord } from '#features/evidence/each-record-rules.ts'
import { incomplete } from '#features/evidence/field-rules.ts'
import { isRecorded } from '#features/evidence/silent-rules.ts'

/** Envelope v1, all required (FACTS, "Events and smoke"). */
const FIELDS = ['schemaVersion', 'eventId', 'occurredAt', 'intentId', 'producer', 'payload'] as const

/** Every event that went out or came in has the six fields of the envelope; one that is null warns. */
export const envelopeComplete = judgeEachRecord(
  'envelope-complete',
  ['publish', 'consume', 'replay'],
  record => incomplete(record, FIELDS),
  run => (isRecorded(run, 'publish') || isRecorded(run, 'replay')) && isRecorded(run, 'consume'),
)
