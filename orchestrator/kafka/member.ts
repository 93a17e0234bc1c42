import {
  Consumer,
  type ConsumerOptions,
  MessagesStreamFallbackModes,
  MessagesStreamModes,
} from '@platformatic/kafka'
import { BatchReader } from './batch-reader.ts'
import { commitsOf } from './commit-rules.ts'
import type { RawMessage } from './delivery-rules.ts'
import { failureCode } from './failure-rules.ts'
import { openHand } from './hand.ts'
import { KafkaError } from './kafka-error.ts'
import { ignoringLateErrors } from './late-errors.ts'

type ByteConsumer = Consumer<Buffer, Buffer, Buffer, Buffer>
type Bytes = ConsumerOptions<Buffer, Buffer, Buffer, Buffer>

const RETRY_PAUSE_MS = 500

export interface Membership {
  readonly topics: readonly string[]
  readonly fromBeginning: boolean
  readonly most: number
  readonly signal: AbortSignal
  readonly handle: (batch: readonly RawMessage[]) => Promise<void>
  /** Told of each assignment of partitions. */
  readonly joined: (partitions: number) => void
}

async function commit(consumer: ByteConsumer, batch: readonly RawMessage[]): Promise<void> {
  const offsets = commitsOf(batch, consumer.assignments ?? [])
  if (offsets.length > 0) await consumer.commit({ offsets })
}

/**
 * One life of a group's member: joins, reads batch after batch, commits each once handled, leaves when `signal` says
 * so. Batches are handled while those before are (`hand.ts`). Each assignment is read by a stream of its own that begins at the committed offsets: what the stream before it
 * had read ahead is dropped, so that no other member's record is handled here and none twice.
 * @throws what `handle` throws, and what the client reports
 */
export async function liveAsMember(options: Bytes, membership: Membership): Promise<void> {
  const { signal } = membership
  let reader: BatchReader | null = null
  const lost = Promise.withResolvers<never>()
  lost.promise.catch(() => {})
  const fail = (error: Error): void => {
    lost.reject(error)
    reader?.fail(error)
  }
  const consumer = new Consumer<Buffer, Buffer, Buffer, Buffer>({
    ...options,
    retryDelay: (_client: unknown, _operation: string, _attempt: number, _most: number, error: Error) => {
      // The client's attempts lie within one another; a wrong password need not wait for all of them.
      if (failureCode(error) === 'refused') fail(error)
      return RETRY_PAUSE_MS
    },
  })
  ignoringLateErrors(consumer)
  consumer.on('error', fail)
  consumer.on('consumer:heartbeat:stalled', () =>
    fail(new KafkaError('unreachable', 'The group’s coordinator no longer answers.')),
  )
  consumer.on('consumer:group:join', () => {
    membership.joined(
      (consumer.assignments ?? []).reduce((sum, { partitions }) => sum + partitions.length, 0),
    )
    reader?.stop()
  })
  const ended = Promise.withResolvers<null>()
  const end = (): void => {
    ended.resolve(null)
    reader?.stop()
  }
  signal.addEventListener('abort', end)
  const open = () =>
    Promise.race([
      ended.promise,
      lost.promise,
      consumer.consume({
        topics: [...membership.topics],
        autocommit: false,
        mode: MessagesStreamModes.COMMITTED,
        fallbackMode: membership.fromBeginning
          ? MessagesStreamFallbackModes.EARLIEST
          : MessagesStreamFallbackModes.LATEST,
      }),
    ])
  try {
    let stream = signal.aborted ? null : await open()
    while (stream && !signal.aborted) {
      reader = new BatchReader(stream, membership.most)
      const hand = openHand(
        membership.handle,
        batch => commit(consumer, batch),
        error => reader?.fail(error),
      )
      try {
        for (let batch = await reader.next(); batch; batch = await reader.next()) await hand.take(batch)
      } finally {
        await hand.empty()
      }
      const before = stream
      // Opened before the other is closed: a topic that nobody reads for a moment would be left and joined again.
      stream = signal.aborted ? null : await open()
      await before.close()
    }
  } finally {
    signal.removeEventListener('abort', end)
    await consumer.close(true).catch(() => {})
  }
}
