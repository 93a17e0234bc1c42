import { CHAIN, nextTopic } from '#orchestrator/event-model.ts'
import type { Carrier } from '#tests/bench/carrier.ts'
import { carryBy, openBenchTransport } from '#tests/bench/carry-by.ts'

/**
 * The client alone, as safe as the orchestrator has it: each record is consumed, its value produced to the next topic
 * of the chain, acknowledged, and only then committed. Nothing looks into a record.
 */
export function openRelay(broker: string, groupId: string): Carrier {
  const transport = openBenchTransport(broker)
  return carryBy(transport, groupId, CHAIN, async batch => {
    const following = batch.flatMap(({ topic, key, value }) => {
      const next = nextTopic(topic)
      return next && key !== null && value !== null
        ? [{ topic: next, key, value, eventId: null, headers: {} }]
        : []
    })
    if (following.length > 0) await transport.publish(following)
  })
}
