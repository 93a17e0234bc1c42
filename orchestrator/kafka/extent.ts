import { type Admin, ListOffsetTimestamps } from '@platformatic/kafka'

/** What a partition has. */
export interface PartitionExtent {
  readonly partition: number
  /** The offset of its first record. */
  readonly first: number
  /** The offset that its next record will have. */
  readonly end: number
}

/** What a topic has now, by partition; null: there is no such topic. */
export async function extentOf(admin: Admin, topic: string): Promise<PartitionExtent[] | null> {
  if (!(await admin.listTopics()).includes(topic)) return null
  const metadata = await admin.metadata({ topics: [topic], forceUpdate: true })
  const indexes = [...(metadata.topics.get(topic)?.partitions.keys() ?? [])]
  const offsetsAt = async (timestamp: bigint): Promise<ReadonlyMap<number, number>> => {
    const partitions = indexes.map(partitionIndex => ({ partitionIndex, timestamp }))
    const [listed] = await admin.listOffsets({ topics: [{ name: topic, partitions }] })
    return new Map(listed?.partitions.map(({ partitionIndex, offset }) => [partitionIndex, Number(offset)]))
  }
  const [first, end] = [
    await offsetsAt(ListOffsetTimestamps.EARLIEST),
    await offsetsAt(ListOffsetTimestamps.LATEST),
  ]
  return indexes.map(partition => ({
    partition,
    first: first.get(partition) ?? 0,
    end: end.get(partition) ?? 0,
  }))
}
