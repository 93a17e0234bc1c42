import { contractViolation } from '#features/evidence/contract-rules.ts'
import { judgeEachRecord } from '#features/evidence/each-record-rules.ts'

/**
 * Every value on a topic validates against the contract of its topic and schemaVersion; one without a contract fails.
 * An effect lies on no topic: its event is judged where it was sent and consumed.
 */
export const schemaValid = judgeEachRecord(
  'schema-valid',
  ['publish', 'consume', 'dlq', 'replay'],
  contractViolation,
)
