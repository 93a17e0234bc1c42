import { z } from 'zod'
import type { Rule } from '#features/diagnostic/diagnostic-model.ts'
import { IMPORT_RULES } from '#features/evidence/import/import-rule-model.ts'
import {
  type OriginalEvent,
  originalEventSchema,
  originalLineSchema,
  type Summary,
  summarySchema,
} from '#features/evidence/import/original-model.ts'
import {
  type BundleDefect,
  duplicateMessage,
  schemaDefect,
  shown,
} from '#features/evidence/json-defect-rules.ts'
import { duplicateKey } from '#features/evidence/json-duplicate-rules.ts'
import { type ReadRecord, readRecordLine } from '#features/evidence/record-line-rules.ts'
import { type Boundary, type RecordLine, recordLineSchema } from '#features/evidence/record-model.ts'
import type { Claims } from '#features/evidence/run-model.ts'
import { createSpan, type Span, withinSpan } from '#features/evidence/span-rules.ts'

/** Under which process, and as what, the lines of a file are recorded. */
export interface Origin extends Span {
  /** Each file is a process of its own: nothing says how the lines of two files followed one another. */
  readonly process: string
  readonly boundary: Boundary
}

/** Where a record names its instant: an envelope, then a DLQ record. */
const INSTANTS = ['occurredAt', 'failedAt'] as const
const instantSchema = recordLineSchema.shape.timestamp

/** An envelope may be older than its run, as in a replay; the run ended when a record that names no instant was made. */
function instantOf({ timestamp, payload }: OriginalEvent, origin: Origin): string {
  const named = INSTANTS.map(name => payload[name]).find(value => instantSchema.safeParse(value).success)
  return timestamp ?? (typeof named === 'string' ? withinSpan(named, origin) : origin.finishedAt)
}

/** Something read, or what is wrong with it. */
type Read<T> = { readonly value: T } | { readonly defect: BundleDefect }

function read<T>(schema: z.ZodType<T>, raw: unknown, rule: Rule): Read<T> {
  const { success, data, error } = schema.safeParse(raw)
  if (success) return { value: data }
  const [issue] = error.issues
  return { defect: { rule, message: issue ? schemaDefect(issue, raw).message : 'expected another value' } }
}

function parse<T>(schema: z.ZodType<T>, text: string, rule: Rule): Read<T> {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    return { defect: { rule, message: `expected a JSON object, found ${shown(text.slice(0, 80))}` } }
  }
  const twice = duplicateKey(text, raw)
  return twice === null ? read(schema, raw, rule) : { defect: duplicateMessage(twice) }
}

/** A line of a bundle, and the record that it is. */
export interface ImportedLine {
  readonly line: string
  readonly record: ReadRecord
}

/** The line that a bundle has for an original record; or why no bundle may have it. */
function lineOf(original: OriginalEvent, seq: number, origin: Origin): ImportedLine | BundleDefect {
  const { topic, key, partition, offset, headers, attempt, payload: value } = original
  const record: RecordLine = {
    process: origin.process,
    seq,
    boundary: origin.boundary,
    topic,
    partition,
    offset,
    key,
    timestamp: instantOf(original, origin),
    headers,
    attempt,
    value,
  }
  const line = JSON.stringify(record)
  const admitted = readRecordLine(line)
  if (!('boundary' in admitted)) return admitted
  return createSpan(origin).defect(record.timestamp) ?? { line, record: admitted }
}

/** An original line as a line of a bundle. */
export function importLine(text: string, seq: number, origin: Origin): ImportedLine | BundleDefect {
  const original = parse(originalLineSchema, text, IMPORT_RULES.line)
  if ('defect' in original) return original.defect
  const silent = { partition: null, offset: null, headers: {}, attempt: 1 }
  return lineOf({ ...original.value, ...silent }, seq, origin)
}

/** An event of a summary as a line of a bundle. */
export function importEvent(
  raw: unknown,
  seq: number,
  origin: Origin,
  hasBroker: boolean,
): ImportedLine | BundleDefect {
  const event = read(originalEventSchema, raw, IMPORT_RULES.event)
  if ('defect' in event) return event.defect
  const { partition, offset } = event.value
  if (!hasBroker && (partition !== null || offset !== null))
    return { rule: IMPORT_RULES.broker, message: 'expected no partition and no offset without a broker' }
  return lineOf(event.value, seq, origin)
}

export const importSummary = (text: string): Read<Summary> => parse(summarySchema, text, IMPORT_RULES.summary)

const claimSchema = z.union([z.boolean(), z.number(), z.string(), z.null()])

/** What a script says of itself: each figure and word of its summary, whatever its name. */
export const claimsOf = (summary: Summary): Claims =>
  Object.fromEntries(
    Object.entries(summary).flatMap(([name, value]) => {
      const { success, data } = claimSchema.safeParse(value)
      return success ? [[name, data]] : []
    }),
  )
