import { judgeEachRecord } from '#features/evidence/each-record-rules.ts'
import { BOUNDARIES } from '#features/evidence/record-model.ts'

/** The key of every record is the intentId of its value. */
export const keyIsIntent = judgeEachRecord('key-is-intent', BOUNDARIES, ({ key, intentId }) =>
  key !== null && key === intentId
    ? null
    : { reason: 'key-not-intent', detail: `${key ?? 'null'} ≠ ${intentId ?? 'null'}` },
)
