import { once } from 'node:events'
import { readEnvironment } from '#orchestrator/env.ts'
import { KES_TOPIC } from '#orchestrator/event-model.ts'
import { kafkaSettings } from '#orchestrator/kafka/env.ts'
import { openKafkaTransport } from '#orchestrator/kafka/kafka-transport.ts'
import { kesApiEnvironment } from '#orchestrator/kes-api/env.ts'
import { startKesService } from '#orchestrator/kes-api/service.ts'
import { createLog } from '#orchestrator/log.ts'
import { PARTITIONS } from '#orchestrator/operator/work-on.ts'
import { PROJECT } from '#orchestrator/project.ts'
import { enter } from '#scripts/enter.js'

/** Below the time that a caller waits for an answer; the event may still arrive, and is the same when it comes again. */
const DELIVERY_MS = 8_000

await enter(async signal => {
  const log = createLog(readEnvironment(PROJECT).logLevel)
  const address = kesApiEnvironment()
  const settings = kafkaSettings()
  const transport = settings && openKafkaTransport({ ...settings, deliveryTimeoutMs: DELIVERY_MS }, log)
  await transport?.ensureTopics([KES_TOPIC], PARTITIONS)
  const service = await startKesService(address, transport, log)
  console.error(
    `KES API on http://${service.host.includes(':') ? `[${service.host}]` : service.host}:${service.port} ${
      transport ? '' : '(Kafka is not switched on: every request is told so, 503)'
    }`.trimEnd(),
  )
  if (!signal.aborted) await once(signal, 'abort')
  await service.stop()
  await transport?.close()
  log.flush()
  return 0
})
