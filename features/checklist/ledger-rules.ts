import { createHash } from 'node:crypto'
import { readLedgerLine } from '#features/checklist/ledger-line-rules.ts'
import type { HashedLedgerLine, LedgerLine, PlacedLedgerLine } from '#features/checklist/ledger-model.ts'
import { type Diagnostic, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'
import { TEXT_LOCALES } from '#features/localization/locale-model.ts'

const MAX_LINE_BYTES = 64 * 1024
/** Past this the file is no ledger, and reading on helps nobody. */
const MAX_DEFECTS = 1000

const SIZE: Rule = {
  code: 'ledger-size',
  severity: 'error',
  mend: 'Shorten the texts of this line; long words belong in the document.',
}

/** Keys in the order in which a line is written. */
const KEYS = [
  'recordedAt',
  'for',
  'workstream',
  'kind',
  'status',
  'targetDate',
  'by',
  'note',
  'reason',
  'resolution',
] as const satisfies readonly (keyof LedgerLine)[]

/** The one textual form of a line, without its line end. */
export const formatLedgerLine = (line: LedgerLine): string => JSON.stringify(line, [...KEYS, ...TEXT_LOCALES])

/** The line's identity: sha-256, hex, of its JSON with sorted keys (as RFC 8785 has it) and texts in NFC. */
export const lineHash = (line: LedgerLine): string =>
  createHash('sha256')
    .update(JSON.stringify(line, [...KEYS, ...TEXT_LOCALES].sort()).normalize('NFC'))
    .digest('hex')

export const hashed = (line: LedgerLine): HashedLedgerLine => ({ ...line, hash: lineHash(line) })

function readPlaced(file: string, text: string, number: number): PlacedLedgerLine | readonly Diagnostic[] {
  const place = { file, line: number, column: 1 }
  const bytes = Buffer.byteLength(text)
  if (bytes > MAX_LINE_BYTES)
    return [report(SIZE, place, `expected a line of at most ${MAX_LINE_BYTES} bytes, found ${bytes}`)]
  const read = readLedgerLine(text)
  return 'recordedAt' in read
    ? { ...hashed(read), line: number }
    : read.map(({ rule, message }) => report(rule, place, message))
}

/**
 * Reads a ledger, one JSON object a line; blank lines are allowed. A line that occurs again, as when two branches
 * were merged, counts once. A line with defects is left out and each defect reported, up to about a thousand.
 */
export function parseLedger(
  file: string,
  text: string,
): { lines: readonly PlacedLedgerLine[]; diagnostics: readonly Diagnostic[] } {
  const lines = new Map<string, PlacedLedgerLine>()
  const diagnostics: Diagnostic[] = []
  for (const [index, written] of text.split('\n').entries()) {
    if (diagnostics.length >= MAX_DEFECTS) break
    if (written.trim() === '') continue
    const read = readPlaced(file, written, index + 1)
    if (!('hash' in read)) diagnostics.push(...read)
    else if (!lines.has(read.hash)) lines.set(read.hash, read)
  }
  return { lines: [...lines.values()], diagnostics }
}
