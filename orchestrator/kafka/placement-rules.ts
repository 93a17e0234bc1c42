import { murmur2 } from '@platformatic/kafka'
import type { KafkaRecordInput, Placement } from '#orchestrator/transport-model.ts'

/** Where the first record of a partition went. */
export interface FirstOffset {
  readonly topic: string
  readonly partition: number
  readonly offset: bigint
}

/**
 * The partition that Java's default partitioner gives a key: murmur2 without the bit of its sign. The client's own
 * default keeps that bit, which agrees only where the number of partitions is a power of two.
 */
export const partitionFor = (key: string, partitions: number): number =>
  (murmur2(key, true) & 0x7fffffff) % partitions

/**
 * Where each record lies, when the broker has told where the first of each partition does: those of one partition lie
 * one behind the other, in the order in which they were sent.
 * @param partitions of each record
 * @throws {Error} where the broker told nothing of a partition
 */
export function placementsOf(
  records: readonly KafkaRecordInput[],
  partitions: readonly number[],
  firsts: readonly FirstOffset[],
  timestamp: string,
): Placement[] {
  const next = new Map(
    firsts.map(({ topic, partition, offset }) => [`${topic} ${partition}`, Number(offset)]),
  )
  return records.map(({ topic }, index) => {
    const partition = partitions[index] ?? 0
    const place = `${topic} ${partition}`
    const offset = next.get(place)
    if (offset === undefined) throw new Error(`The broker acknowledged nothing on ${place}.`)
    next.set(place, offset + 1)
    return { topic, partition, offset, timestamp }
  })
}
