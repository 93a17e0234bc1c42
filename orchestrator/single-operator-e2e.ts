import { Command, InvalidArgumentError } from 'commander'
import { readEnvironment } from '#orchestrator/env.ts'
import { e2e } from '#orchestrator/operator/e2e.ts'
import { ingest } from '#orchestrator/operator/ingest.ts'
import { atWorkplace } from '#orchestrator/operator/workplace.ts'
import { PROJECT } from '#orchestrator/project.ts'
import { enter } from '#scripts/enter.js'

const MAX_INTENTS = 100_000

function count(text: string): number {
  const value = Number(text)
  if (Number.isInteger(value) && value >= 1 && value <= MAX_INTENTS) return value
  throw new InvalidArgumentError(`Expected a whole number from 1 to ${MAX_INTENTS}.`)
}

await enter(async signal => {
  const args = process.argv.slice(2)
  const { intents, ingest: toIngest } = new Command('single-operator:e2e')
    .description(
      'Carries intents from milestone.approved to anchor.confirmed and leaves a bundle of evidence.',
    )
    .option('--intents <n>', 'how many', count, 3)
    .option('--ingest', 'bring the bundle to the portal at once')
    .addHelpText(
      'after',
      '\nVariables: docs/orchestrator.md. SINGLE_OPERATOR_FAIL_ON_TOPIC=<topic> fails on purpose.',
    )
    .parse()
    .opts<{ intents: number; ingest?: true }>()
  const summary = await atWorkplace(readEnvironment(PROJECT), place => e2e(place, intents, args, signal))
  if (toIngest) await ingest()
  console.log(JSON.stringify(summary))
  return summary.ok ? 0 : 1
})
