import type { Check } from '#features/evidence/check-model.ts'
import { foldByIntent } from '#features/evidence/each-intent-rules.ts'
import { CHAIN, isSameEvent, isSent, precedes } from '#features/evidence/event-rules.ts'
import type { EvidenceRecord } from '#features/evidence/record-model.ts'
import { isRecorded, silent } from '#features/evidence/silent-rules.ts'

const lane = ({ process, topic, partition }: EvidenceRecord): string => `${process}\n${topic}\n${partition}`

/**
 * Sent records whose offset can be held against that of one that the same process sent there before, and whether it is
 * not beyond that. The same event at the same offset is one that was written down twice.
 */
function comparedOffsets(sent: readonly EvidenceRecord[]): Map<EvidenceRecord, 'late' | 'beyond'> {
  const furthest = new Map<string, EvidenceRecord>()
  const compared = new Map<EvidenceRecord, 'late' | 'beyond'>()
  for (const record of sent.toSorted((a, b) => a.seq - b.seq)) {
    if (record.offset === null) continue
    const before = furthest.get(lane(record))
    if (before === undefined || before.offset === null) furthest.set(lane(record), record)
    else if (record.offset > before.offset) {
      compared.set(record, 'beyond')
      furthest.set(lane(record), record)
    } else if (record.offset < before.offset || !isSameEvent(record, before)) compared.set(record, 'late')
  }
  return compared
}

const predecessorsOf = (topic: string): readonly string[] => CHAIN.slice(0, Math.max(0, CHAIN.indexOf(topic)))

/**
 * Within a topic-partition an intent's offsets follow the order of sending; across topics the publish of each step
 * follows a consume of the step before it, where any earlier step was sent in this run. What neither has an earlier
 * offset nor is such a step is not judged: nothing could be wrong with it.
 */
export const orderPerIntent: Check<'order-per-intent'> = {
  code: 'order-per-intent',
  start({ run }) {
    if (!isRecorded(run, 'publish') && !isRecorded(run, 'replay')) return silent('boundary-not-recorded')
    const consumes = isRecorded(run, 'consume')
    if (!run.broker && !consumes) return silent('no-broker')
    return foldByIntent(({ records }, tally) => {
      const sent = records.filter(isSent)
      const compared = comparedOffsets(sent)
      for (const record of sent) {
        const earlier = predecessorsOf(record.topic)
        const before = earlier.at(-1)
        const isStep = record.boundary === 'publish' && sent.some(({ topic }) => earlier.includes(topic))
        if (isStep && !consumes) tally.withhold('boundary-not-recorded')
        const isEarly =
          isStep &&
          consumes &&
          !records.some(
            other => other.boundary === 'consume' && other.topic === before && precedes(other, record),
          )
        if (compared.get(record) === 'late') tally.fail(record, 'offset-out-of-order')
        else if (isEarly) tally.fail(record, 'published-before-consumed', before)
        else if (isStep || compared.has(record)) tally.pass(record)
      }
    })
  },
}
