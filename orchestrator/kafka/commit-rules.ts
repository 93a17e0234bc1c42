import type { CommitOptionsPartition, GroupAssignment } from '@platformatic/kafka'
import type { RawMessage } from './delivery-rules.ts'

/** The leader's epoch of a record, where the client tells it. */
type Handled = RawMessage & { readonly leaderEpoch?: number }

/**
 * The offsets to commit after a batch: behind the last record of each partition that is still this member's. Those of
 * others are theirs to commit: whoever has them now handles the records again.
 */
export function commitsOf(
  batch: readonly Handled[],
  assignments: readonly GroupAssignment[],
): CommitOptionsPartition[] {
  const own = new Set(
    assignments.flatMap(({ topic, partitions }) => partitions.map(one => `${topic} ${one}`)),
  )
  const last = new Map<string, CommitOptionsPartition>()
  for (const { topic, partition, offset, leaderEpoch = -1 } of batch) {
    const place = `${topic} ${partition}`
    if (own.has(place)) last.set(place, { topic, partition, offset: offset + 1n, leaderEpoch })
  }
  return [...last.values()]
}
