import { Command } from 'commander'
import { readEnvironment } from '#orchestrator/env.ts'
import { e2e } from '#orchestrator/operator/e2e.ts'
import { giveUp } from '#orchestrator/operator/give-up.ts'
import { ingest } from '#orchestrator/operator/ingest.ts'
import { atWorkplace } from '#orchestrator/operator/workplace.ts'
import { wholeNumber } from '#orchestrator/option-rules.ts'
import { PROJECT } from '#orchestrator/project.ts'
import { enter } from '#scripts/enter.js'

await enter(async signal => {
  const args = process.argv.slice(2)
  const {
    intents,
    giveUp: toGiveUp,
    ingest: toIngest,
  } = new Command('single-operator:e2e')
    .description(
      'Carries intents from milestone.approved to anchor.confirmed and leaves a bundle of evidence.',
    )
    .option('--intents <n>', 'how many', wholeNumber(1, 100_000), 3)
    .option('--give-up', 'end the run that was interrupted as it is')
    .option('--ingest', 'bring the bundle to the portal at once')
    .addHelpText(
      'after',
      '\nVariables: docs/orchestrator.md. SINGLE_OPERATOR_FAIL_ON_TOPIC=<topic> fails on purpose.',
    )
    .parse()
    .opts<{ intents: number; giveUp?: true; ingest?: true }>()
  const summary = await atWorkplace(readEnvironment(PROJECT), async place =>
    toGiveUp ? giveUp(place, 'single-operator-e2e') : e2e(place, intents, args, signal),
  )
  if (toIngest && summary.bundle) await ingest()
  console.log(JSON.stringify(summary))
  return summary.ok ? 0 : 1
})
