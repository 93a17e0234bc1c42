import { MAX_LANES, MAX_TOPICS } from '#features/evidence/limits-model.ts'
import type { Boundary } from '#features/evidence/record-model.ts'

/** Where records were taken: a boundary at a partition of a topic. */
export interface Lane {
  /** From 0, in the order of first occurrence. */
  readonly lane: number
  readonly boundary: Boundary
  readonly topic: string
  readonly partition: number | null
  records: number
}

/** Numbers the lanes of a run as they occur. */
export function createLanes() {
  const lanes = new Map<string, Lane>()
  const topics = new Set<string>()
  return {
    /** The lane's number; null where the run has more topics or lanes than a bundle may. */
    take(boundary: Boundary, topic: string, partition: number | null): number | null {
      const key = `${boundary} ${partition} ${topic}`
      const known = lanes.get(key)
      if (known) {
        known.records += 1
        return known.lane
      }
      topics.add(topic)
      if (lanes.size === MAX_LANES || topics.size > MAX_TOPICS) return null
      lanes.set(key, { lane: lanes.size, boundary, topic, partition, records: 1 })
      return lanes.size - 1
    },
    all: (): readonly Lane[] => [...lanes.values()],
  }
}
