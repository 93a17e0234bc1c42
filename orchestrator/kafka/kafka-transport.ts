import type { Logger } from 'pino'
import { POLICIES } from '#orchestrator/policy-model.ts'
import type { ConsumeOptions, Transport } from '#orchestrator/transport-model.ts'
import { clientOptions, secretsOf } from './client-options.ts'
import { beginGroup, describeCluster, makeTopics, withAdmin } from './cluster.ts'
import { consumeInGroup } from './consume.ts'
import { extentOf, type PartitionExtent } from './extent.ts'
import { failureCode, failureWords } from './failure-rules.ts'
import { KafkaError } from './kafka-error.ts'
import { Publisher } from './publisher.ts'
import type { KafkaSettings } from './settings-model.ts'

const LARGEST_BATCH = 500
const FETCH_WAIT_MS = 500
const FETCH_BYTES = 4 * 1024 * 1024
const HEARTBEAT_MS = 3_000

const groupOptions = ({ sessionTimeoutMs, groupInstanceId }: KafkaSettings) => ({
  sessionTimeout: sessionTimeoutMs,
  rebalanceTimeout: Math.max(sessionTimeoutMs, 60_000),
  heartbeatInterval: Math.min(HEARTBEAT_MS, Math.floor(sessionTimeoutMs / 3)),
  heartbeatStallTimeout: sessionTimeoutMs,
  ...(groupInstanceId && { groupInstanceId }),
})

/** The transport on a broker, which others may use too. */
export interface KafkaTransport extends Transport {
  /** Lets a group that is new begin with what is sent from now on; one that is not goes on where it was. */
  beginGroup(groupId: string, topics: readonly string[]): Promise<void>
  /** From which record to which a topic goes now, by partition; null: there is no such topic. */
  extent(topic: string): Promise<readonly PartitionExtent[] | null>
  /** Forgets a group that nobody is a member of, with its offsets. */
  removeGroup(groupId: string): Promise<void>
}

/**
 * The transport on Kafka. Every failure of its own is a {@link KafkaError}, whose message holds no secret.
 * @param publishTimeoutMs how long a publish waits for its acknowledgement, the client's own attempts included
 * @throws {KafkaError} where a certificate cannot be read
 */
export function openKafkaTransport(
  settings: KafkaSettings,
  log: Logger,
  publishTimeoutMs = POLICIES.publish.timeoutMs,
): KafkaTransport {
  const client = clientOptions(settings)
  const secrets = secretsOf(settings)
  const publisher = new Publisher(client, publishTimeoutMs)
  const told = (error: unknown): KafkaError =>
    error instanceof KafkaError ? error : new KafkaError(failureCode(error), failureWords(error, secrets))
  const tell = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      throw told(error)
    })
  return {
    publish: records => tell(publisher.publish(records)),
    consume: (options: ConsumeOptions) =>
      consumeInGroup(options, {
        client: {
          ...client,
          ...groupOptions(settings),
          groupId: options.groupId,
          maxWaitTime: FETCH_WAIT_MS,
          maxBytes: FETCH_BYTES,
          highWaterMark: 2 * LARGEST_BATCH,
        },
        most: LARGEST_BATCH,
        secrets,
        log,
      }),
    describe: topics =>
      tell(withAdmin(client, admin => describeCluster(admin, topics, settings.brokerVersion))),
    ensureTopics: (topics, partitions) =>
      tell(withAdmin(client, admin => makeTopics(admin, topics, partitions))),
    beginGroup: (groupId, topics) => tell(withAdmin(client, admin => beginGroup(admin, groupId, topics))),
    extent: topic => tell(withAdmin(client, admin => extentOf(admin, topic))),
    removeGroup: groupId => tell(withAdmin(client, admin => admin.deleteGroups({ groups: [groupId] }))),
    close: () => publisher.close(),
  }
}
