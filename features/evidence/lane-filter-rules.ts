import type { Lane } from '#features/evidence/lane-rules.ts'
import type { RecordFilter } from '#features/evidence/record-filter-model.ts'

/** The lanes that a filter leaves; null where it leaves all of them. */
export function lanesLeft(lanes: readonly Lane[], filter: RecordFilter): readonly Lane[] | null {
  const { boundary, topic, partition } = filter
  if (boundary === null && topic === null && partition === null) return null
  return lanes.filter(
    lane =>
      (boundary === null || lane.boundary === boundary) &&
      (topic === null || lane.topic === topic) &&
      (partition === null || lane.partition === partition),
  )
}
