import { setTimeout as pause } from 'node:timers/promises'
import { Admin, apiVersionsV3, type BaseOptions, ListOffsetTimestamps } from '@platformatic/kafka'
import type { BrokerDescription } from '#orchestrator/transport-model.ts'
import { brokerVersion } from './broker-version-rules.ts'
import { failureWords } from './failure-rules.ts'
import { ignoringLateErrors } from './late-errors.ts'

const PATIENCE_MS = 15_000
const PAUSE_MS = 100

/** Asks or tells the cluster over a connection of its own, which is closed afterwards. */
export async function withAdmin<T>(options: BaseOptions, ask: (admin: Admin) => Promise<T>): Promise<T> {
  const admin = ignoringLateErrors(new Admin({ ...options, retries: 2, retryDelay: 500 }))
  try {
    return await ask(admin)
  } finally {
    await admin.close().catch(() => {})
  }
}

async function metadataLevel(admin: Admin): Promise<number | null> {
  const [connection] = (await admin.connectToBrokers()).values()
  if (!connection) return null
  const { supportedFeatures } = await apiVersionsV3.api.async(connection, 'kes-orchestrator', '1')
  return supportedFeatures?.find(({ name }) => name === 'metadata.version')?.maxVersion ?? null
}

/**
 * What the cluster is, and into how many partitions those of the topics that there are are divided.
 * @param said its release, where a person knows it better than the cluster tells
 */
export async function describeCluster(
  admin: Admin,
  topics: readonly string[],
  said: string | null,
): Promise<BrokerDescription> {
  const known = new Set(await admin.listTopics())
  const there = topics.filter(topic => known.has(topic))
  const metadata = await admin.metadata({ topics: there, forceUpdate: true })
  const partitions = there.map(topic => [topic, metadata.topics.get(topic)?.partitionsCount ?? 0] as const)
  const level = await metadataLevel(admin)
  return {
    // Others speak the protocol too; this feature is Apache Kafka's own.
    kind: level === null ? 'kafka-protocol' : 'apache-kafka',
    version: said === null ? brokerVersion(level) : `${said} (said)`,
    partitions: Object.fromEntries(partitions),
  }
}

/** Makes the topics that are not there yet, and waits until they can be written to. */
export async function makeTopics(admin: Admin, topics: readonly string[], partitions: number): Promise<void> {
  const known = new Set(await admin.listTopics())
  const missing = topics.filter(topic => !known.has(topic))
  for (const topic of missing)
    await admin
      // As many replicas as the broker has for its default.
      .createTopics({ topics: [topic], partitions, replicas: -1 })
      .catch((error: unknown) => {
        // Another process was faster.
        if (!/already exists/i.test(failureWords(error, []))) throw error
      })
  if (missing.length > 0) await untilLed(admin, missing)
}

async function untilLed(admin: Admin, topics: readonly string[]): Promise<void> {
  const latest = performance.now() + PATIENCE_MS
  for (;;) {
    try {
      const metadata = await admin.metadata({ topics: [...topics], forceUpdate: true })
      const parts = topics.flatMap(topic => metadata.topics.get(topic)?.partitions ?? [])
      if (parts.length > 0 && parts.every(({ leader }) => leader >= 0)) return
    } catch (error) {
      if (performance.now() > latest) throw error
    }
    if (performance.now() > latest) throw new Error(`No partition leads ${topics.join(', ')} yet.`)
    await pause(PAUSE_MS)
  }
}

/**
 * Notes for a group that has no offsets yet on these topics that it begins behind what lies there now. A partition on
 * which it has one keeps it.
 */
export async function beginGroup(admin: Admin, groupId: string, topics: readonly string[]): Promise<void> {
  const metadata = await admin.metadata({ topics: [...topics], forceUpdate: true })
  const all = topics.map(name => ({
    name,
    indexes: [...(metadata.topics.get(name)?.partitions.keys() ?? [])],
  }))
  const asked = all.map(({ name, indexes }) => ({ name, partitionIndexes: indexes }))
  const [group] = await admin.listConsumerGroupOffsets({ groups: [{ groupId, topics: asked }] })
  const has = new Set(
    group?.topics.flatMap(({ name, partitions }) =>
      partitions.flatMap(one => (one.committedOffset >= 0n ? [`${name} ${one.partitionIndex}`] : [])),
    ),
  )
  const ends = await admin.listOffsets({
    topics: all.map(({ name, indexes }) => ({
      name,
      partitions: indexes.map(partitionIndex => ({ partitionIndex, timestamp: ListOffsetTimestamps.LATEST })),
    })),
  })
  const missing = ends.map(({ name, partitions }) => ({
    name,
    partitionOffsets: partitions
      .filter(({ partitionIndex }) => !has.has(`${name} ${partitionIndex}`))
      .map(({ partitionIndex, offset }) => ({ partition: partitionIndex, offset })),
  }))
  const toNote = missing.filter(({ partitionOffsets }) => partitionOffsets.length > 0)
  if (toNote.length > 0) await admin.alterConsumerGroupOffsets({ groupId, topics: toNote })
}
