import type { Check } from '#features/evidence/check-model.ts'
import { foldByIntent } from '#features/evidence/each-intent-rules.ts'
import { at, isReplayOf } from '#features/evidence/event-rules.ts'
import { isRecorded, silent } from '#features/evidence/silent-rules.ts'

/**
 * What is replayed keeps the key and the intentId of its DLQ record. Where that is not known, a key that is not the
 * intentId fails, and one that is proves nothing.
 */
export const replayKeyKept: Check<'replay-key-kept'> = {
  code: 'replay-key-kept',
  start({ run, replayed }) {
    if (!isRecorded(run, 'replay')) return silent('boundary-not-recorded')
    return foldByIntent((intent, tally) => {
      // A run may also replay what failed in itself.
      const origins = [...intent.replayed, ...intent.records.filter(at('dlq'))]
      for (const record of intent.records.filter(at('replay'))) {
        const origin = origins.find(other => isReplayOf(record, other))
        if (!origin && replayed === 'known') tally.fail(record, 'replay-of-nothing', record.eventId)
        else if (
          record.key === null ||
          record.key !== record.intentId ||
          (origin && origin.key !== record.key)
        )
          tally.fail(record, 'replay-key-changed', `${record.key} ≠ ${origin?.key ?? record.intentId}`)
        else {
          if (!origin) tally.withhold(replayed === 'absent' ? 'replayed-run-absent' : 'no-such-records')
          tally.pass(record)
        }
      }
    })
  },
}
