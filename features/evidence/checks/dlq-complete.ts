import { judgeEachRecord } from '#features/evidence/each-record-rules.ts'
import { incomplete } from '#features/evidence/field-rules.ts'

const FIELDS = ['eventId', 'intentId', 'reason', 'failedAt', 'sourceTopic'] as const

/** Every DLQ record has its five fields; one that is null warns. */
export const dlqComplete = judgeEachRecord('dlq-complete', ['dlq'], record => incomplete(record, FIELDS))
