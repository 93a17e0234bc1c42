import type { Check } from '#features/evidence/check-model.ts'
import { judgeEachRecord } from '#features/evidence/each-record-rules.ts'
import { isRecorded, silent } from '#features/evidence/silent-rules.ts'

const FIELDS = ['intentId', 'eventId', 'topic', 'partition', 'offset'] as const

const judged = judgeEachRecord(
  'trace-complete',
  ['publish', 'consume'],
  record => {
    const missing = FIELDS.filter(field => record[field] === null)
    return missing.length > 0 ? { reason: 'field-missing', detail: missing.join(', ') } : null
  },
  run => isRecorded(run, 'publish', 'consume'),
)

/** Every publish and consume can be traced by its five fields. Without a broker there is no partition and no offset. */
export const traceComplete: Check<'trace-complete'> = {
  code: judged.code,
  start: context => (context.run.broker ? judged.start(context) : silent('no-broker')),
}
