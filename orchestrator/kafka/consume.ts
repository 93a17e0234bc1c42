import { setTimeout as pause } from 'node:timers/promises'
import type { ConsumerOptions } from '@platformatic/kafka'
import type { Logger } from 'pino'
import type { ConsumeOptions } from '#orchestrator/transport-model.ts'
import { deliveryOf } from './delivery-rules.ts'
import { failureCode, failureWords, isReported } from './failure-rules.ts'
import { KafkaError } from './kafka-error.ts'
import { liveAsMember } from './member.ts'

const FIRST_PAUSE_MS = 200
const LONGEST_PAUSE_MS = 5_000

/** What `handle` threw, told from what the client did. */
class HandlingFailed extends Error {}

export interface Group {
  readonly client: ConsumerOptions<Buffer, Buffer, Buffer, Buffer>
  readonly most: number
  readonly secrets: readonly string[]
  readonly log: Logger
}

/**
 * Consumes as a member of a group, and becomes one again for as long as the brokers are away.
 * @throws {KafkaError} `refused`, where trying again would not help
 * @throws what `handle` throws, and what nobody reports: a mistake in the code
 */
export async function consumeInGroup(
  options: ConsumeOptions,
  { client, most, secrets, log }: Group,
): Promise<void> {
  const { topics, fromBeginning, handle, signal, groupId } = options
  let failures = 0
  while (!signal.aborted) {
    try {
      await liveAsMember(client, {
        topics,
        fromBeginning,
        most,
        signal,
        handle: async batch => {
          failures = 0
          const deliveries = batch.map(deliveryOf)
          await handle(deliveries).catch((error: unknown) => {
            throw new HandlingFailed('', { cause: error })
          })
        },
        joined: partitions => log.info({ groupId, partitions }, 'joined the group'),
      })
    } catch (error) {
      if (error instanceof HandlingFailed) throw error.cause
      if (!isReported(error)) throw error
      const words = failureWords(error, secrets)
      if (failureCode(error) === 'refused') throw new KafkaError('refused', words)
      const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures)
      failures += 1
      log.warn({ groupId, pauseMs, problem: words }, 'the brokers are away; trying again')
      await pause(pauseMs, undefined, { signal }).catch(() => {})
    }
  }
}
