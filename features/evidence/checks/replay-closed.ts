import type { Check } from '#features/evidence/check-model.ts'
import { foldByIntent } from '#features/evidence/each-intent-rules.ts'
import { at, isReplayOf, isSameEvent, precedes, standsFor } from '#features/evidence/event-rules.ts'
import { holdsNoEvent } from '#features/evidence/no-event-rules.ts'
import { isRecorded, silent } from '#features/evidence/silent-rules.ts'

/**
 * Every DLQ record of the replayed runs was sent again, and thereafter ended in an effect or in a new DLQ record. One of
 * which nothing can be sent again, since what failed was no event, warns.
 */
export const replayClosed: Check<'replay-closed'> = {
  code: 'replay-closed',
  start({ run, replayed }) {
    if (replayed === 'none') return silent('no-replay')
    if (replayed === 'absent') return silent('replayed-run-absent')
    if (!isRecorded(run, 'replay', 'effect', 'dlq')) return silent('boundary-not-recorded')
    return foldByIntent((intent, tally) => {
      const effects = intent.records.filter(at('effect'))
      const dlq = intent.records.filter(at('dlq'))
      for (const record of intent.replayed) {
        const isNone = holdsNoEvent(record)
        // Without an id it would be taken for any other of its topic.
        const again =
          isNone && record.eventId === null ? [] : intent.records.filter(other => isReplayOf(other, record))
        const isClosed = again.some(
          event =>
            effects.some(effect => isSameEvent(effect, event) && precedes(event, effect)) ||
            dlq.some(other => standsFor(other, event) && precedes(event, other)),
        )
        if (isClosed) tally.pass(record)
        else if (again.length > 0) tally.fail(record, 'replay-open', record.eventId)
        else if (isNone) tally.warn(record, 'no-event-to-replay')
        else tally.fail(record, 'never-replayed', record.eventId)
      }
    })
  },
}
