import pino from 'pino'
import { openKafkaTransport } from '#orchestrator/kafka/kafka-transport.ts'
import { parseKafkaSettings } from '#orchestrator/kafka/settings-model.ts'
import type { Delivery, Transport } from '#orchestrator/transport-model.ts'
import type { Carrier } from '#tests/bench/carrier.ts'

export function openBenchTransport(broker: string): Transport {
  const parsed = parseKafkaSettings({ KAFKA_BROKERS: broker })
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems))
  return openKafkaTransport(parsed.settings, pino({ level: 'silent' }))
}

/** Carries intents by handling what is delivered. */
export function carryBy(
  transport: Transport,
  groupId: string,
  topics: readonly string[],
  handle: (batch: readonly Delivery[]) => Promise<void>,
): Carrier {
  const controller = new AbortController()
  let carried = 0
  let wanted = 0
  let look = () => {}
  const consuming = transport.consume({
    topics,
    groupId,
    fromBeginning: true,
    signal: controller.signal,
    async handle(batch) {
      await handle(batch)
      carried += batch.length
      look()
    },
  })
  return {
    begin: async records => void (await transport.publish(records)),
    carry(events) {
      wanted += events
      const { promise, resolve } = Promise.withResolvers<void>()
      look = () => {
        if (carried >= wanted) resolve()
      }
      look()
      return Promise.race([promise, consuming])
    },
    async close() {
      controller.abort()
      await consuming
      await transport.close()
    },
  }
}
