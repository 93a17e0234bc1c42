import type { Breach } from '#orchestrator/breach-model.ts'

/**
 * Of a value as JSON, in bytes. A line of evidence has at most 64 KiB, and that of a DLQ record holds the value as
 * text, in which every quotation mark takes two bytes (docs/evidence-format.md).
 */
export const MAX_VALUE_BYTES = 24 * 1024
/** The same of a DLQ record, which has such a value within it as text. */
export const MAX_DLQ_BYTES = 56 * 1024
/** Objects and lists within one another: a line of evidence is one more. */
export const MAX_VALUE_DEPTH = 15

const NUL = '\u0000'

const isTextSound = (text: string): boolean => !text.includes(NUL) && text.isWellFormed()

/** Where in a value evidence could not hold it, as a JSON Pointer (RFC 6901), and why. */
interface Defect {
  readonly pointer: string
  readonly problem: string
}

export const pointerStep = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1')

/**
 * What evidence could not hold of a value; null: nothing.
 * @param depth how many objects and lists it stands within, itself included
 */
export function defectIn(value: unknown, depth: number): Defect | null {
  if (typeof value === 'string')
    return isTextSound(value)
      ? null
      : { pointer: '', problem: 'expected text without NUL and half surrogate pairs' }
  if (typeof value !== 'object' || value === null) return null
  if (depth > MAX_VALUE_DEPTH)
    return { pointer: '', problem: `expected at most ${MAX_VALUE_DEPTH} objects within one another` }
  for (const [name, item] of Object.entries(value)) {
    if (name === '__proto__') return { pointer: '', problem: 'expected no key __proto__' }
    if (!isTextSound(name)) return { pointer: '', problem: 'expected keys without NUL and half surrogates' }
    const found = defectIn(item, depth + 1)
    if (found) return { ...found, pointer: `/${pointerStep(name)}${found.pointer}` }
  }
  return null
}

/** How often a character stands in a text; past so many nobody counts. */
function countIn(text: string, character: string, most: number): number {
  let count = 0
  for (let at = text.indexOf(character); at >= 0 && count <= most; at = text.indexOf(character, at + 1))
    count += 1
  return count
}

/** Whether JSON is so plain that nothing within it can be unsound: no escapes, no key of that name, not deep. */
const isPlain = (text: string): boolean =>
  !text.includes('\\') &&
  !text.includes('__proto__') &&
  text.isWellFormed() &&
  countIn(text, '{', MAX_VALUE_DEPTH) + countIn(text, '[', MAX_VALUE_DEPTH) <= MAX_VALUE_DEPTH

/**
 * Why a value cannot be told in evidence. What cannot be told is not sent, and not taken in.
 * @param text the value as JSON
 */
export function notRecordable(value: object, text: string, maxBytes = MAX_VALUE_BYTES): Breach | null {
  // No text has more bytes than three for each unit.
  const bytes = text.length * 3 > maxBytes ? Buffer.byteLength(text) : 0
  if (bytes > maxBytes)
    return { reason: 'value_too_large', detail: `expected at most ${maxBytes} bytes, found ${bytes}` }
  // Most need no look at each of their parts.
  const defect = isPlain(text) ? null : defectIn(value, 1)
  return defect && { reason: 'value_not_recordable', detail: defect.problem }
}

/** Of names and values of headers together, in units of UTF-16; of one name. */
const MAX_HEADERS = 2000
const MAX_HEADER_NAME = 200
const MAX_KEY = 500

/** The same of what stands beside a value. */
export function keyOrHeadersNotRecordable(
  key: string | null,
  headers: Readonly<Record<string, string>>,
): Breach | null {
  let length = 0
  for (const [name, text] of Object.entries(headers)) {
    length += name.length + text.length
    if (name.length > MAX_HEADER_NAME || name === '__proto__' || !isTextSound(name) || !isTextSound(text))
      return { reason: 'value_not_recordable', detail: 'expected headers of sound text with short names' }
  }
  if (length > MAX_HEADERS)
    return { reason: 'value_too_large', detail: `expected headers of at most ${MAX_HEADERS} characters` }
  if (key !== null && (key.length > MAX_KEY || !isTextSound(key)))
    return { reason: 'value_not_recordable', detail: `expected a key of at most ${MAX_KEY} sound characters` }
  return null
}
