import { Command } from 'commander'
import { readEnvironment } from '#orchestrator/env.ts'
import { giveUp } from '#orchestrator/operator/give-up.ts'
import { ingest } from '#orchestrator/operator/ingest.ts'
import { atWorkplace } from '#orchestrator/operator/workplace.ts'
import { PROJECT } from '#orchestrator/project.ts'
import { replayDlq } from '#orchestrator/replay/replay.ts'
import type { AskedSource } from '#orchestrator/replay/source.ts'
import { enter } from '#scripts/enter.js'

await enter(async signal => {
  const args = process.argv.slice(2)
  const {
    giveUp: toGiveUp,
    ingest: toIngest,
    ...asked
  } = new Command('single-operator:replay-dlq')
    .description('Sends what lies in the DLQ again under its own key, and leaves a bundle of evidence.')
    .option('--dry-run', 'say what would be sent, and write nothing', false)
    .option('--bundle <folder>', 'replay the DLQ records of this bundle, …/<environment>/<runId>')
    .option('--file <path>', 'replay this file of {topic, key, payload}')
    .option('--give-up', 'end the replay that was interrupted as it is')
    .option('--ingest', 'bring the bundle to the portal at once')
    .addHelpText('after', '\nBy default the DLQ itself is read. Variables: docs/orchestrator.md.')
    .parse()
    .opts<AskedSource & { dryRun: boolean; giveUp?: true; ingest?: true }>()
  const summary = await atWorkplace(readEnvironment(PROJECT), async place =>
    toGiveUp ? giveUp(place, 'single-operator-replay-dlq') : replayDlq(place, asked, args, signal),
  )
  if (toIngest && summary.bundle) await ingest()
  console.log(JSON.stringify(summary))
  return summary.ok ? 0 : 1
})
