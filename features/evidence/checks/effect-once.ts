import type { Check } from '#features/evidence/check-model.ts'
import { foldByIntent } from '#features/evidence/each-intent-rules.ts'
import { at, firstOfEach, isSameEvent, standsFor } from '#features/evidence/event-rules.ts'
import { isRecorded, silent } from '#features/evidence/silent-rules.ts'

/** Every event that was consumed has exactly one effect, however often it was delivered; one in the DLQ, at most one. */
export const effectOnce: Check<'effect-once'> = {
  code: 'effect-once',
  start({ run }) {
    if (!isRecorded(run, 'consume', 'effect')) return silent('boundary-not-recorded')
    return foldByIntent(({ records }, tally) => {
      const effects = records.filter(at('effect'))
      const dlq = records.filter(at('dlq'))
      const events = firstOfEach(records.filter(at('consume')))
      for (const event of events) {
        const own = effects.filter(effect => isSameEvent(effect, event))
        const [, second] = own
        if (second) tally.fail(second, 'second-effect', event.eventId)
        else if (own.length === 0 && !dlq.some(record => standsFor(record, event)))
          tally.fail(event, 'no-effect', event.eventId)
        else tally.pass(own[0] ?? event)
      }
      for (const effect of effects)
        if (!events.some(event => isSameEvent(event, effect)))
          tally.fail(effect, 'effect-unconsumed', effect.eventId)
    })
  },
}
