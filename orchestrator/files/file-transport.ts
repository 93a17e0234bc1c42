import fs from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { DLQ_TOPIC } from '#orchestrator/contracts/index.ts'
import { readLine, writeLine } from '#orchestrator/files/line-model.ts'
import { openLogFile, type PlacedLine } from '#orchestrator/files/log-file.ts'
import { filesIn } from '#orchestrator/files/places.ts'
import { openPositions } from '#orchestrator/files/positions.ts'
import type { ConsumeOptions, Delivery, KafkaRecordInput, Transport } from '#orchestrator/transport-model.ts'

const MAX_BATCH = 500
/** How soon a line that another program added is seen, in milliseconds. */
const LOOK_MS = 50

const inDlq = ({ topic }: KafkaRecordInput): boolean => topic === DLQ_TOPIC

/**
 * Two files instead of a broker: the DLQ, and all the rest in the order in which it was sent. One process at a time.
 * Positions are bytes, partitions and offsets there are none.
 * @param folder is made
 */
export function createFileTransport(folder: string): Transport {
  fs.mkdirSync(folder, { recursive: true })
  const places = filesIn(folder)
  const outbox = openLogFile(places.outbox)
  const dlq = openLogFile(places.dlq)
  const positions = openPositions(places.positions)

  const deliveryOf = ({ text, next }: PlacedLine): Delivery => {
    const { topic, key, payload } = readLine(text, `${places.outbox}, up to byte ${next}`)
    const timestamp = new Date().toISOString()
    return {
      topic,
      key,
      value: JSON.stringify(payload),
      headers: {},
      partition: null,
      offset: null,
      timestamp,
    }
  }

  return {
    async publish(records) {
      const text = (chosen: readonly KafkaRecordInput[]) => chosen.map(writeLine).join('')
      const [toDlq, toOutbox] = [records.filter(inDlq), records.filter(record => !inDlq(record))]
      if (toDlq.length > 0) dlq.append(text(toDlq))
      if (toOutbox.length > 0) outbox.append(text(toOutbox))
      const timestamp = new Date().toISOString()
      return records.map(({ topic }) => ({ topic, partition: null, offset: null, timestamp }))
    },
    async consume({ topics, groupId, fromBeginning, handle, signal }: ConsumeOptions) {
      const asked = new Set(topics)
      let position = positions.get(groupId) ?? (fromBeginning ? 0 : fs.statSync(places.outbox).size)
      while (!signal.aborted) {
        const lines = outbox.read(position, MAX_BATCH)
        const last = lines.at(-1)
        if (!last) {
          await sleep(LOOK_MS, undefined, { signal }).catch(() => {})
          continue
        }
        const batch = lines.map(deliveryOf).filter(({ topic }) => asked.has(topic))
        if (batch.length > 0) await handle(batch)
        position = last.next
        positions.commit(groupId, position)
      }
    },
    describe: async () => null,
    ensureTopics: async () => {},
    async close() {
      outbox.close()
      dlq.close()
    },
  }
}
