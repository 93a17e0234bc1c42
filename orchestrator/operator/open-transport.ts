import type { Environment } from '#orchestrator/env.ts'
import { createFileTransport } from '#orchestrator/files/file-transport.ts'
import { kafkaSettings } from '#orchestrator/kafka/env.ts'
import { type KafkaTransport, openKafkaTransport } from '#orchestrator/kafka/kafka-transport.ts'
import type { Log } from '#orchestrator/log.ts'
import type { Transport } from '#orchestrator/transport-model.ts'

/**
 * Kafka where it is switched on, else files.
 * @throws {Failure} where nobody says how to get to Kafka
 */
export async function openTransport(
  { outputsFolder }: Environment,
  log: Log,
): Promise<Transport | KafkaTransport> {
  const settings = kafkaSettings()
  return settings ? openKafkaTransport(settings, log) : createFileTransport(outputsFolder)
}
