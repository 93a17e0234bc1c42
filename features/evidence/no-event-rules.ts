import { contractViolation } from '#features/evidence/contract-rules.ts'
import { shapeDefect } from '#features/evidence/json-shape-rules.ts'
import type { EvidenceRecord } from '#features/evidence/record-model.ts'

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Whether it is an event by the contract of its topic, and one that a record of evidence can hold. */
function isEvent(topic: string, value: unknown): boolean {
  if (!isObject(value)) return false
  const defect = shapeDefect({ value })
  return (defect === null || defect.kind === 'secret') && contractViolation({ topic, value }) === null
}

/**
 * Whether a DLQ record shows that what failed was no event: nothing can be sent again. One that does not hold what failed
 * (`original`, as the orchestrator writes it) shows nothing.
 */
export function holdsNoEvent({ eventId, value: { original, sourceTopic } }: EvidenceRecord): boolean {
  if (!isObject(original) || typeof sourceTopic !== 'string') return false
  const { value, isCut } = original
  if (isCut === true) return eventId === null
  return value === null || (typeof value === 'string' && !isEvent(sourceTopic, parsed(value)))
}
