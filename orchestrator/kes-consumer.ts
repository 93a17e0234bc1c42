import { Command } from 'commander'
import { type ConsumerOptions, consume } from '#orchestrator/consumer/consume.ts'
import { neededKafka, readEnvironment } from '#orchestrator/env.ts'
import { openKafkaTransport } from '#orchestrator/kafka/kafka-transport.ts'
import { createLog } from '#orchestrator/log.ts'
import { ingest } from '#orchestrator/operator/ingest.ts'
import { wholeNumber } from '#orchestrator/option-rules.ts'
import { PROJECT } from '#orchestrator/project.ts'
import { enter } from '#scripts/enter.js'

await enter(async signal => {
  const args = process.argv.slice(2)
  const { ingest: toIngest, ...options } = new Command('kafka:kes-consumer')
    .description(
      'Consumes kes.orchestrator.events until it is stopped (Ctrl-C, SIGTERM) and leaves a bundle of evidence.',
    )
    .option('--chain', 'carry out the whole chain, not only look on', false)
    .option('--group <id>', 'the group of consumers that share the work')
    .option('--partitions <n>', 'of topics that are not there yet', wholeNumber(1, 1000), 6)
    .option('--idle-s <seconds>', 'end after so long without a record', wholeNumber(1, 86_400))
    .option('--ingest', 'bring the bundle to the portal at once')
    .addHelpText('after', '\nNeeds KES_ORCHESTRATOR_KAFKA_ENABLED=true and KAFKA_BROKERS.')
    .parse()
    .opts<ConsumerOptions & { ingest?: true }>()
  const environment = readEnvironment(PROJECT)
  const log = createLog(environment.logLevel)
  const transport = openKafkaTransport(neededKafka(environment), log)
  try {
    const summary = await consume({ environment, transport, log }, options, args, signal)
    if (toIngest && summary.bundle) await ingest()
    console.log(JSON.stringify(summary))
    return 0
  } finally {
    await transport.close()
    log.flush()
  }
})
