import type { Logger } from 'pino'
import { ContractBreach } from '#orchestrator/breach-model.ts'
import { type Event, KES_TOPIC } from '#orchestrator/event-model.ts'
import { KafkaError } from '#orchestrator/kafka/kafka-error.ts'
import { buildKafkaRecordInput } from '#orchestrator/record-input-rules.ts'
import type { KafkaRecordInput, Placement, Transport } from '#orchestrator/transport-model.ts'
import { kesEvent } from './kes-event-rules.ts'
import { Problem } from './problem-model.ts'
import type { KesRequest } from './request-model.ts'

/** What the sender of a request is told once its event is acknowledged. */
export interface Receipt extends Placement {
  readonly eventId: string
  readonly intentId: string
}

function recordOf(event: Event, { headerIntentId }: KesRequest): KafkaRecordInput {
  try {
    // On the topic as at the door: whoever reads it there finds the intent in the same header.
    const headers = headerIntentId === null ? {} : { 'x-intent-id': headerIntentId }
    return buildKafkaRecordInput(KES_TOPIC, event, headers)
  } catch (error) {
    if (error instanceof ContractBreach)
      throw new Problem('invalid', [{ place: '/', problem: error.breach.detail }], error)
    throw error
  }
}

function problemOf(error: unknown, log: Logger): unknown {
  if (!(error instanceof KafkaError)) return error
  log.error({ topic: KES_TOPIC, problem: error.message }, 'publish failed')
  return new Problem(error.isRetriable ? 'kafka-away' : 'kafka-refuses', [], error)
}

/**
 * Sends the event of a request on its way.
 * @param transport null: Kafka is not switched on
 * @throws {Problem} where nothing was sent, or nobody knows whether it was
 */
export async function accept(
  request: KesRequest,
  transport: Transport | null,
  log: Logger,
): Promise<Receipt> {
  const event = kesEvent(request, new Date().toISOString())
  const record = recordOf(event, request)
  if (!transport) throw new Problem('kafka-off')
  const [placement] = await transport.publish([record]).catch((error: unknown) => {
    throw problemOf(error, log)
  })
  if (!placement) throw new Error('nothing was acknowledged')
  const { eventId, intentId } = event
  const { topic, partition, offset } = placement
  log.info({ boundary: 'publish', intentId, eventId, topic, partition, offset }, 'published')
  return { eventId, intentId, ...placement }
}
