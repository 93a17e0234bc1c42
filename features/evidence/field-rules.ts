import type { Defect } from '#features/evidence/each-record-rules.ts'
import type { EvidenceRecord } from '#features/evidence/record-model.ts'

/** The first of these fields that a value lacks, else the first that is null, which weakens and does not fail. */
export function incomplete({ value }: EvidenceRecord, fields: readonly string[]): Defect | null {
  const missing = fields.filter(field => !Object.hasOwn(value, field))
  if (missing.length > 0) return { reason: 'field-missing', detail: missing.join(', ') }
  const empty = fields.filter(field => value[field] === null)
  return empty.length > 0 ? { reason: 'field-null', detail: empty.join(', '), isWarning: true } : null
}
