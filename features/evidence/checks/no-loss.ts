import type { Check } from '#features/evidence/check-model.ts'
import { foldByIntent } from '#features/evidence/each-intent-rules.ts'
import { at, isSameEvent, isSent, standsFor } from '#features/evidence/event-rules.ts'
import { createOffsetRanges } from '#features/evidence/offset-range-rules.ts'
import { isRecorded, silent } from '#features/evidence/silent-rules.ts'
import { createTally } from '#features/evidence/tally-rules.ts'

/** Every event that was sent was consumed, or is in the DLQ. A gap in the offsets that were written warns. */
export const noLoss: Check<'no-loss'> = {
  code: 'no-loss',
  start({ run }) {
    if (!isRecorded(run, 'publish') && !isRecorded(run, 'replay')) return silent('boundary-not-recorded')
    if (!isRecorded(run, 'consume')) return silent('boundary-not-recorded')
    const tally = createTally()
    const ranges = createOffsetRanges()
    const intents = foldByIntent(({ records }) => {
      const consumed = records.filter(at('consume'))
      const dlq = records.filter(at('dlq'))
      for (const event of records.filter(isSent)) {
        const isKept =
          consumed.some(other => isSameEvent(other, event)) || dlq.some(other => standsFor(other, event))
        if (isKept) tally.pass(event)
        else tally.fail(event, 'never-consumed', event.eventId)
      }
    }, tally)
    return {
      take(record) {
        ranges.take(record)
        intents.take(record)
      },
      finish() {
        const found = intents.finish()
        // Gaps weaken what was judged; by themselves they say nothing of events.
        if (found.judged === 0) return found
        for (const { topic, partition, missing } of ranges.gaps())
          tally.warn({ runId: run.runId, number: null }, 'offset-gap', `${topic}/${partition}: ${missing}`)
        return tally.judgement()
      },
    }
  },
}
