import { Command } from 'commander'
import { neededKafka, readEnvironment } from '#orchestrator/env.ts'
import { giveUp } from '#orchestrator/operator/give-up.ts'
import { ingest } from '#orchestrator/operator/ingest.ts'
import { atWorkplace } from '#orchestrator/operator/workplace.ts'
import { wholeNumber } from '#orchestrator/option-rules.ts'
import { PROJECT } from '#orchestrator/project.ts'
import { type SmokeOptions, smoke } from '#orchestrator/smoke/smoke.ts'
import { enter } from '#scripts/enter.js'

await enter(async signal => {
  const args = process.argv.slice(2)
  const {
    giveUp: toGiveUp,
    ingest: toIngest,
    ...options
  } = new Command('kafka:kes-smoke')
    .description(
      'Sends intents through a broker, from kes.orchestrator.events to anchor.confirmed, and leaves a bundle of evidence.',
    )
    .option('--intents <n>', 'how many', wholeNumber(1, 100_000), 10)
    .option('--partitions <n>', 'of topics that are not there yet', wholeNumber(1, 1000), 6)
    .option('--timeout-s <seconds>', 'for the whole run', wholeNumber(1, 86_400), 300)
    .option('--give-up', 'end the smoke that was interrupted as it is')
    .option('--ingest', 'bring the bundle to the portal at once')
    .addHelpText(
      'after',
      '\nNeeds KES_ORCHESTRATOR_KAFKA_ENABLED=true and KAFKA_BROKERS. SINGLE_OPERATOR_FAIL_ON_TOPIC=<topic> fails on purpose.',
    )
    .parse()
    .opts<SmokeOptions & { giveUp?: true; ingest?: true }>()
  const environment = readEnvironment(PROJECT)
  if (!toGiveUp) neededKafka(environment)
  const summary = await atWorkplace(environment, async place =>
    toGiveUp ? giveUp(place, 'kes-smoke') : smoke(place, options, args, signal),
  )
  if (toIngest && summary.bundle) await ingest()
  console.log(JSON.stringify(summary))
  return summary.ok ? 0 : 1
})
