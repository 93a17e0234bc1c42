import type { Check } from '#features/evidence/check-model.ts'
import { intentOf } from '#features/evidence/event-rules.ts'
import { partitionOf } from '#features/evidence/murmur2-rules.ts'
import type { EvidenceRecord } from '#features/evidence/record-model.ts'
import { silent } from '#features/evidence/silent-rules.ts'
import { createTally } from '#features/evidence/tally-rules.ts'

/** Where keys were first seen, by topic. Keys that are intents come together, so that one intent's are enough. */
function createPlaces() {
  const foreign = new Map<string, number>()
  const places = new Map<string, number>()
  let current: string | null = null
  /** The partition where the key was first seen on the topic. */
  return (record: EvidenceRecord, partition: number): number => {
    if (intentOf(record) !== current) places.clear()
    current = intentOf(record)
    const known = record.key === current ? places : foreign
    const place = `${record.topic}\n${record.key}`
    const first = known.get(place) ?? partition
    known.set(place, first)
    return first
  }
}

/** A key lies on one partition a topic: the one that murmur2 gives, where the number of partitions is known. */
export const partitionStable: Check<'partition-stable'> = {
  code: 'partition-stable',
  start({ run: { broker } }) {
    if (!broker) return silent('no-broker')
    const tally = createTally()
    const firstOf = createPlaces()
    return {
      take(record) {
        const { key, topic, partition } = record
        if (record.boundary === 'effect' || key === null || partition === null) return
        const count = Object.hasOwn(broker.partitions, topic) ? broker.partitions[topic] : undefined
        const expected = count === undefined ? firstOf(record, partition) : partitionOf(key, count)
        if (partition === expected) tally.pass(record)
        else
          tally.fail(
            record,
            count === undefined ? 'partition-moved' : 'partition-not-murmur2',
            `${partition} ≠ ${expected}`,
          )
      },
      finish: () => tally.judgement(),
    }
  },
}
