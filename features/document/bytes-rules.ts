import { isUtf8 } from 'node:buffer'
import { type Diagnostic, type Place, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'

const UTF8: Rule = { code: 'text-utf8', severity: 'error', mend: 'Save the file in UTF-8.' }
const CONTROL: Rule = {
  code: 'text-control',
  severity: 'error',
  mend: 'Delete the control character; only tabs and line ends may stand in a text.',
}
const BIDI: Rule = {
  code: 'text-bidi',
  severity: 'error',
  mend: 'Delete the character: it makes a text look like another than it is.',
}

// Embeddings, overrides and isolates (Unicode 9, UAX 9; CVE-2021-42574), and what is no text at all.
const BIDI_CONTROL = /[\u202A-\u202E\u2066-\u2069]/u
const UNWANTED = /[[\p{Cc}\u202A-\u202E\u2066-\u2069]--[\t\n]]/gv

/** Enough to mend a file by; a binary one has millions. */
const MAX_REPORTED = 20

function placeIn(text: string, offset: number, file: string): Place {
  const before = text.slice(0, offset)
  return { file, line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}

/** How many bytes at the start of these are UTF-8. */
function validLength(bytes: Uint8Array): number {
  let low = 0
  let high = bytes.length
  // A cut through a character makes a prefix invalid, so each end is tried at the last 4 bytes.
  const isValid = (length: number) =>
    [0, 1, 2, 3].some(less => less <= length && isUtf8(bytes.subarray(0, length - less)))
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (isValid(middle)) low = middle
    else high = middle - 1
  }
  return (
    [0, 1, 2, 3].map(less => low - less).find(length => length >= 0 && isUtf8(bytes.subarray(0, length))) ?? 0
  )
}

const withoutReturns = (text: string) => text.replace(/\r\n?/g, '\n')

function notUtf8(file: string, bytes: Uint8Array): Diagnostic {
  const valid = validLength(bytes)
  const before = withoutReturns(new TextDecoder().decode(bytes.subarray(0, valid)))
  const found = `byte 0x${(bytes[valid] ?? 0).toString(16).padStart(2, '0')}`
  return report(UTF8, placeIn(before, before.length, file), `expected UTF-8, found ${found}`)
}

/**
 * Lets a file's bytes in as text: UTF-8 without its byte order mark, NFC, lines ended by `\n`.
 * @returns `text` is null where a diagnostic is an error
 */
export function readBytes(
  file: string,
  bytes: Uint8Array,
): { text: string | null; diagnostics: Diagnostic[] } {
  if (!isUtf8(bytes)) return { text: null, diagnostics: [notUtf8(file, bytes)] }
  const text = withoutReturns(new TextDecoder('utf-8').decode(bytes)).normalize('NFC')
  const diagnostics: Diagnostic[] = []
  for (const { 0: character, index } of text.matchAll(UNWANTED)) {
    if (diagnostics.length === MAX_REPORTED) break
    const code = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
    const rule = BIDI_CONTROL.test(character) ? BIDI : CONTROL
    diagnostics.push(report(rule, placeIn(text, index, file), `expected text, found ${code}`))
  }
  return { text: diagnostics.length > 0 ? null : text, diagnostics }
}
