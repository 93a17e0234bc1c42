import { BUNDLE_RULES } from '#features/evidence/bundle-rule-model.ts'
import { identityOf } from '#features/evidence/identity-rules.ts'
import {
  type BundleDefect,
  duplicateMessage,
  schemaDefect,
  shapeMessage,
  shown,
} from '#features/evidence/json-defect-rules.ts'
import { duplicateKey } from '#features/evidence/json-duplicate-rules.ts'
import { shapeDefect } from '#features/evidence/json-shape-rules.ts'
import { type EvidenceRecord, type RecordLine, recordLineSchema } from '#features/evidence/record-model.ts'

/** A line that is let in, with the ids of its value. */
export interface ReadRecord extends RecordLine {
  readonly eventId: string | null
  readonly intentId: string | null
}

/** Of a key or an id: what an index of the database can hold. */
const MAX_ID = 500

function idDefect(record: ReadRecord): BundleDefect | null {
  for (const name of ['key', 'eventId', 'intentId'] as const) {
    const text = record[name]
    if (text !== null && text.length > MAX_ID)
      return {
        rule: BUNDLE_RULES.value,
        message: `\`${name}\`: expected at most ${MAX_ID} characters, found ${shown(text)}`,
      }
  }
  return null
}

/** Reads a line of a bundle's file, or says what is wrong with it. */
export function readRecordLine(text: string): ReadRecord | BundleDefect {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    return { rule: BUNDLE_RULES.json, message: `expected a JSON object, found ${shown(text)}` }
  }
  const shape = shapeDefect(raw)
  if (shape) return shapeMessage(shape)
  const twice = duplicateKey(text, raw)
  if (twice !== null) return duplicateMessage(twice)
  const read = recordLineSchema.safeParse(raw)
  if (!read.success) {
    const [issue] = read.error.issues
    return issue ? schemaDefect(issue, raw) : { rule: BUNDLE_RULES.value, message: 'expected a record' }
  }
  const record = { ...read.data, ...identityOf(read.data.value) }
  return idDefect(record) ?? record
}

/** A record of a line that was let in before. */
export function recordOf(runId: string, number: number, line: string): EvidenceRecord {
  const { timestamp, ...record }: RecordLine = JSON.parse(line)
  return { ...record, runId, number, time: Date.parse(timestamp), ...identityOf(record.value) }
}
