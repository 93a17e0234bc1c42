import type { Check } from '#features/evidence/check-model.ts'
import { foldByIntent } from '#features/evidence/each-intent-rules.ts'
import { at, isSameEvent, precedes, standsFor } from '#features/evidence/event-rules.ts'
import { isRecorded, silent } from '#features/evidence/silent-rules.ts'

/** Every DLQ record of the replayed runs was sent again, and thereafter ended in an effect or in a new DLQ record. */
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
        const again = intent.records.filter(other => other.boundary === 'replay' && standsFor(record, other))
        const isClosed = again.some(
          event =>
            effects.some(effect => isSameEvent(effect, event) && precedes(event, effect)) ||
            dlq.some(other => standsFor(other, event) && precedes(event, other)),
        )
        if (isClosed) tally.pass(record)
        else tally.fail(record, again.length > 0 ? 'replay-open' : 'never-replayed', record.eventId)
      }
    })
  },
}
