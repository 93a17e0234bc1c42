import type { Check } from '#features/evidence/check-model.ts'
import { foldByIntent } from '#features/evidence/each-intent-rules.ts'
import { at, firstOfEach, isReplayOf, isSent, precedes, standsFor } from '#features/evidence/event-rules.ts'
import type { EvidenceRecord } from '#features/evidence/record-model.ts'
import { isRecorded, silent } from '#features/evidence/silent-rules.ts'
import { createTally } from '#features/evidence/tally-rules.ts'

/** The effect of an event in the DLQ that no replay of it explains. */
const effectDespite = (record: EvidenceRecord, records: readonly EvidenceRecord[]) => {
  const replays = records.filter(other => isReplayOf(other, record))
  return records.find(
    other =>
      other.boundary === 'effect' &&
      standsFor(record, other) &&
      !replays.some(replay => precedes(replay, other)),
  )
}

/** The events of the topic that was made to fail, and no others, are in the DLQ, and had no effect. */
export const dlqControlled: Check<'dlq-controlled'> = {
  code: 'dlq-controlled',
  start({ run }) {
    if (!isRecorded(run, 'dlq')) return silent('boundary-not-recorded')
    const failing = run.controlledFailureTopic
    const sends = isRecorded(run, 'publish') || isRecorded(run, 'replay')
    const tally = createTally()
    if (!isRecorded(run, 'effect') || !(sends || isRecorded(run, 'consume')))
      tally.withhold('boundary-not-recorded')
    const intents = foldByIntent(({ records }) => {
      const events = firstOfEach(records.filter(sends ? isSent : at('consume')))
      const dlq = records.filter(at('dlq'))
      for (const event of events)
        if (event.topic === failing && !dlq.some(record => standsFor(record, event)))
          tally.fail(event, 'not-in-dlq', event.eventId)
      for (const record of dlq) {
        const { sourceTopic = null } = record.value
        const effect = effectDespite(record, records)
        if (failing === null || sourceTopic !== failing)
          tally.fail(
            record,
            'unexpected-in-dlq',
            // What is no name may be anything, and is not quoted.
            typeof sourceTopic === 'string'
              ? sourceTopic
              : sourceTopic === null
                ? 'null'
                : typeof sourceTopic,
          )
        else if (effect) tally.fail(effect, 'effect-despite-dlq', effect.eventId)
        else tally.pass(record)
      }
    }, tally)
    return {
      take: intents.take,
      finish() {
        intents.finish()
        return tally.judgement(failing === null ? 'no-controlled-failure' : 'no-such-records')
      },
    }
  },
}
