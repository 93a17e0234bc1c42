import { DLQ_TOPIC } from '#orchestrator/contracts/index.ts'
import { idleSignal } from '#orchestrator/idle-signal.ts'
import type { KafkaTransport } from '#orchestrator/kafka/kafka-transport.ts'
import type { DeadRecord } from '#orchestrator/replay/replay-model.ts'
import { Failure, Interrupted } from '#scripts/failure.js'

/** After so long without a record nothing more is expected. A group may need as long to form. */
const PATIENCE_S = 60

const parsed = (value: string | null): unknown => {
  try {
    return value === null ? null : JSON.parse(value)
  } catch {
    return value
  }
}

/**
 * All that lies in the DLQ topic when it is asked for, read by a group of its own, so that nobody's place in it moves.
 * @param groupId a new one; it is gone afterwards
 * @throws {Interrupted} where the signal comes first
 * @throws {Failure} where there is no such topic, or not all of it came
 * @throws {KafkaError} where no broker answers
 */
export async function readDlqTopic(
  transport: KafkaTransport,
  groupId: string,
  signal: AbortSignal,
): Promise<DeadRecord[]> {
  const extent = await transport.extent(DLQ_TOPIC)
  if (!extent)
    throw new Failure(`The brokers have no topic ${DLQ_TOPIC}.`, 'Name what to replay: `--file`, `--bundle`.')
  const unread = new Map(
    extent.flatMap(({ partition, first, end }) => (first < end ? [[partition, end] as const] : [])),
  )
  if (unread.size === 0) return []
  const records: DeadRecord[] = []
  const whole = new AbortController()
  const idle = idleSignal(PATIENCE_S)
  try {
    await transport.consume({
      topics: [DLQ_TOPIC],
      groupId,
      fromBeginning: true,
      signal: AbortSignal.any([signal, whole.signal, idle.signal]),
      async handle(batch) {
        idle.touch()
        for (const { key, value, partition, offset } of batch) {
          const end = unread.get(partition ?? -1)
          if (end === undefined || offset === null) continue
          records.push({ key, value: parsed(value) })
          if (offset + 1 >= end) unread.delete(partition ?? -1)
        }
        if (unread.size === 0) whole.abort()
      },
    })
  } finally {
    idle.stop()
    await transport.removeGroup(groupId).catch(() => {})
  }
  if (unread.size === 0) return records
  if (signal.aborted) throw new Interrupted()
  throw new Failure(
    `Not all of ${DLQ_TOPIC} could be read: nothing came for ${PATIENCE_S} s.`,
    'Look at the log above, and give the command again.',
  )
}
