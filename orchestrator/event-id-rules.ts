import { hash, randomBytes } from 'node:crypto'

const VERSION_7 = 0x70
const VARIANT = 0x80
/** How many bytes of an id tell the time; those of one intent share them, so that an index keeps them together. */
const TIME_BYTES = 6
/** The same as they are written, with the hyphen between them. */
const TIME_LENGTH = 13
/** What the first digit of the fourth group may be (RFC 9562, 4.1). */
const VARIANTS = ['8', '9', 'a', 'b']

/** A UUID whose first bytes tell the time, in its own version or handed on by {@link followUpId}. */
const TIMED = /^[0-9a-f]{8}-[0-9a-f]{4}-[78][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** The id of an event that follows no other: a UUID of version 7 (RFC 9562). */
export function newEventId(now: Date): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(now.getTime(), 0, TIME_BYTES)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | VERSION_7
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | VARIANT
  const text = bytes.toString('hex')
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-${text.slice(12, 16)}-${text.slice(16, 20)}-${text.slice(20)}`
}

/**
 * The id of the event that follows another: the same however often it is derived, so that a follow-up that is sent
 * again after a crash is the same event.
 * @param eventId of the event that was handled
 * @param topic of the event that follows
 * @returns a UUID of version 8 (RFC 9562): of a form of one's own, here a sha-256 behind the time of the first event
 */
export function followUpId(eventId: string, topic: string): string {
  const digits = hash('sha256', `${eventId}\n${topic}`, 'hex')
  const time = TIMED.test(eventId)
    ? eventId.slice(0, TIME_LENGTH)
    : `${digits.slice(0, 8)}-${digits.slice(8, 12)}`
  const variant = VARIANTS[Number.parseInt(digits[16] ?? '', 16) % VARIANTS.length]
  return `${time}-8${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20, 32)}`
}
