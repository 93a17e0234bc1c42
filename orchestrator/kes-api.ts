import { once } from 'node:events'
import { readEnvironment } from '#orchestrator/env.ts'
import { KES_TOPIC } from '#orchestrator/event-model.ts'
import { openKafkaTransport } from '#orchestrator/kafka/kafka-transport.ts'
import { startKesService } from '#orchestrator/kes-api/service.ts'
import { createLog } from '#orchestrator/log.ts'
import { PARTITIONS } from '#orchestrator/operator/work-on.ts'
import { POLICIES } from '#orchestrator/policy-model.ts'
import { PROJECT } from '#orchestrator/project.ts'
import { enter } from '#scripts/enter.js'

await enter(async signal => {
  const { kafka, kesApi, logLevel } = readEnvironment(PROJECT)
  const log = createLog(logLevel)
  const transport = kafka && openKafkaTransport(kafka, log, POLICIES.answer.timeoutMs)
  await transport?.ensureTopics([KES_TOPIC], PARTITIONS)
  const service = await startKesService(kesApi, transport, log)
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
