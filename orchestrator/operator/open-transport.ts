import type { Environment } from '#orchestrator/env.ts'
import { createFileTransport } from '#orchestrator/files/file-transport.ts'
import { type KafkaTransport, openKafkaTransport } from '#orchestrator/kafka/kafka-transport.ts'
import type { Log } from '#orchestrator/log.ts'
import type { Transport } from '#orchestrator/transport-model.ts'

/** Kafka where it is switched on, else files. */
export async function openTransport(
  { kafka, outputsFolder }: Environment,
  log: Log,
): Promise<Transport | KafkaTransport> {
  return kafka ? openKafkaTransport(kafka, log) : createFileTransport(outputsFolder)
}
